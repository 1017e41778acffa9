/** Turkish. A number with a stop is an ordinal before a noun (19. Yüzyıl). */
import type { LanguageRules } from '../rules.ts';

export const turkish: LanguageRules = {
  abbreviations: {
    title: 'dr prof doç yrd av müh sn hz st gen alb yb bnb yzb org',
    inner: 'örn bkz krş vb yani yakl',
    numbered: 'no s sf syf c cilt md tel sok cad mah',
    final: 'vs vd a.ş ltd şti m.ö m.s ibid t.c',
  },
  ordinalStops: true,
  pronouns: 'ben sen o biz siz onlar bu şu bunlar şunlar kim ne nasıl nerede neden niçin hangi',
  starters:
    've ya ama fakat ancak çünkü eğer bir her hiç bazı birçok bütün tüm daha sonra önce şimdi burada orada evet hayır değil da de ki ise için ile göre kadar böyle öyle',
  beforeNumbers: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık ve veya',
};
