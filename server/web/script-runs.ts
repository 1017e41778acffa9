/** Names that people gave, cut by script, so that headings give each the font and the height of line that it needs. */

export interface ScriptRun {
  readonly text: string;
  /** A language tag that says the script alone; '' for that of the page. */
  readonly lang: '' | 'und-Arab' | 'und-Mymr';
}

/** From a letter of the script to the last one before a letter of another. */
const RUN =
  /(?<mymr>\p{Script=Myanmar}(?:\P{L}*\p{Script=Myanmar})*[\p{M}\u200B-\u200D]*)|\p{Script=Arabic}(?:\P{L}*\p{Script=Arabic})*[\p{M}\u200C\u200D]*/gu;

/** What each language of the interface is written in needs no tag. */
const OWN: Readonly<Record<string, ScriptRun['lang']>> = { fa: 'und-Arab', my: 'und-Mymr' };

/** Joined, the text; `language`: that of the page. */
export function scriptRuns(text: string, language: string): readonly ScriptRun[] {
  const runs: ScriptRun[] = [];
  let done = 0;
  for (const { 0: run, index, groups } of text.matchAll(RUN)) {
    const lang = groups?.['mymr'] === undefined ? 'und-Arab' : 'und-Mymr';
    if (lang === OWN[language]) continue;
    if (index > done) runs.push({ text: text.slice(done, index), lang: '' });
    runs.push({ text: run, lang });
    done = index + run.length;
  }
  if (done < text.length) runs.push({ text: text.slice(done), lang: '' });
  return runs;
}
