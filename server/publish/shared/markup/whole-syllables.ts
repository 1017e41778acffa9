/**
 * Burmese lines that end between words or syllables, never inside of a syllable. Browsers look words up in a
 * dictionary to break lines, and cut foreign names and Pali words that are not in it before a final consonant or
 * inside a stack (အယ်|လ်ဒီ, အ|စ္စ). Only such syllables are marked, by an element: the text stays what it is, to
 * be copied and searched.
 */
import { element, type Markup } from './element.ts';

/** Letters and marks without anything between them; bounded, because looking words up is quadratic in long runs. */
const RUN = /[\u1000-\u103f\u1050-\u108f\u109a-\u109d\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f]{2,1000}/gu;

/** Before a letter that is neither stacked below another one nor closes a syllable by asat or virama behind it. */
const SYLLABLE_START = /(?<=.)(?<!\u1039)(?=\p{L}(?!\u1037?[\u103a\u1039]))/su;

/** The dictionary of ICU, which Chromium and Safari have too; it is that of the script, whatever the language. */
const words = new Intl.Segmenter('my', { granularity: 'word' });

/** The text as it is, with each syllable that a browser would cut in `<span class="whole">`. */
export function wholeSyllables(text: string): Markup {
  const markup: Markup[number][] = [];
  let done = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (const { start, syllable } of cutSyllables(run)) {
      if (index + start > done) markup.push(text.slice(done, index + start));
      markup.push(element('span', { class: 'whole' }, syllable));
      done = index + start + syllable.length;
    }
  }
  if (done < text.length) markup.push(text.slice(done));
  return markup;
}

function* cutSyllables(run: string): Generator<{ readonly start: number; readonly syllable: string }> {
  const cuts = Array.from(words.segment(run), ({ index }) => index);
  let at = 0;
  let start = 0;
  for (const syllable of run.split(SYLLABLE_START)) {
    const end = start + syllable.length;
    while ((cuts[at] ?? end) <= start) at += 1;
    if ((cuts[at] ?? end) < end) yield { start, syllable };
    start = end;
  }
}
