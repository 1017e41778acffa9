/**
 * Burmese: particles follow a noun as syllables of their own, so that nothing of them has to be undone; only the tone of
 * its last syllable changes where it possesses or is an object (သူ, သူ့).
 */
import { fold } from '../../text/fold.ts';
import type { Inflection } from '../forms.ts';

const CREAKY = '\u1037';

/** Plural and case, and what else may follow a noun or a verb at once: one syllable each, folded. */
const PARTICLES = new Set(
  'ပါ တယ် မယ် မည် ရန် ပြီး ခြင်း မှု ချက် ဖို့ များ တွေ တို့ သည် က ကို ၏ ရဲ့ ရယ် မှာ မှ တွင် ၌ နှင့် နဲ့ ဖြင့် ထဲ ပေါ် အား သို့ ထံ လည်း သာ ပဲ ပင် ရော ဟု ဟာ ဆို တိုင်း'
    .split(' ')
    .map(fold),
);

export const burmese: Inflection = {
  bases: (syllable) =>
    syllable.includes(CREAKY) ? [{ key: syllable.replaceAll(CREAKY, ''), ending: 'loose' }] : [],
  singulars: () => [],
  spelling: (word) => word,
  joinsWords: false,
  isEnding: ({ key, before }) => before === 'joined' && PARTICLES.has(key),
  isLight: () => false,
};
