/** Polish. */
import type { LanguageRules } from '../rules.ts';

export const polish: LanguageRules = {
  abbreviations: {
    title: 'p prof doc mgr inż ks św gen płk mjr kpt por im ul al pl hab red dyr lek',
    inner: 'np m.in tzn tzw tj wg ok ww pt zob por ang niem franc łac jw',
    numbered: 'nr s str t art rozdz ryc tab poz ust pkt tel r w godz',
    final: 'itd itp etc zł gr tys mln mld n.e p.n.e sp.z.o.o',
  },
  pronouns:
    'ja ty on ona ono my wy oni one to ten ta te ci tamten kto co jak gdzie kiedy dlaczego jaki jaka jakie który która które',
  starters:
    'i a ale lub albo więc jeśli gdy kiedy ponieważ choć w we na z ze do od po przed za nad pod dla bez przez między nie tak nikt nic wszystko wszyscy każdy niektórzy wielu tu tam teraz potem wtedy następnie także też jego jej ich mój nasz czy jest są był była było byli',
  beforeNumbers:
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia i lub w na do od dnia',
  quotes: ['„”'],
};
