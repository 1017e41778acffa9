/** LibreTranslate's API: `GET languages`, `POST translate`. Many texts go in one request; terms and context cannot. */
import { z } from 'zod';
import type { MachineSettings } from '../../core/memory/machine-settings.ts';
import { problem } from '../../core/problem.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { MachineProvider, MachineRequest, MachineResult, Outside } from '../provider.ts';
import { ask, below } from '../shared/ask.ts';
import { fromMarkup, toMarkup, type Markup } from '../shared/markup.ts';

export const libreTranslate: MachineProvider = {
  id: 'libre-translate',
  name: 'LibreTranslate',
  needsModel: false,
  sendsContext: false,
  batch: { texts: 25, characters: 5_000 },
  translate,
};

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
const translations = z.object({ translatedText: z.array(z.string()) });

async function translate(
  request: MachineRequest,
  settings: MachineSettings,
  outside: Outside,
): Promise<MachineResult> {
  const known = await ask({ url: below(settings.url, 'languages'), key: settings.key }, outside);
  if (known.kind === 'failed') return known;
  const { host } = new URL(settings.url);
  const list = languages.safeParse(known.body);
  if (!list.success) return { kind: 'failed', problem: problem('machine-answer', null, { host }) };
  const source = codeFor(
    request.sourceLanguage,
    list.data.map(({ code }) => code),
  );
  const from = list.data.find(({ code }) => code === source);
  const target = codeFor(request.targetLanguage, from?.targets ?? list.data.map(({ code }) => code));
  if (source === null || target === null) {
    const language = source === null ? request.sourceLanguage : request.targetLanguage;
    return { kind: 'failed', problem: problem('machine-language', null, { host, language }) };
  }
  const marked = request.texts.map((text) => toMarkup(text.source));
  const send = async (
    format: 'text' | 'html',
    of: readonly Markup[],
  ): Promise<readonly string[] | MachineResult> => {
    if (of.length === 0) return [];
    const q = of.map(({ text }) => text);
    const key = settings.key === '' ? {} : { api_key: settings.key };
    const body = { q, source, target, format, ...key };
    const question = { url: below(settings.url, 'translate'), body, key: settings.key };
    const answer = await ask(question, outside);
    if (answer.kind === 'failed') return answer;
    const parsed = translations.safeParse(answer.body);
    return parsed.success && parsed.data.translatedText.length === q.length
      ? parsed.data.translatedText
      : { kind: 'failed', problem: problem('machine-answer', null, { host }) };
  };
  const plain = await send(
    'text',
    marked.filter(({ tagged }) => !tagged),
  );
  if ('kind' in plain) return plain;
  const tagged = await send(
    'html',
    marked.filter((each) => each.tagged),
  );
  if ('kind' in tagged) return tagged;
  const answers = { plain: plain.values(), tagged: tagged.values() };
  return {
    kind: 'translated',
    offers: marked.map((markup) => {
      const next = answers[markup.tagged ? 'tagged' : 'plain'].next();
      const answer = next.done === true ? '' : next.value;
      return answer.trim() === '' ? null : fromMarkup(answer, markup);
    }),
  };
}

/** The server's own code for a language: the very tag, with its script, or the language alone. */
function codeFor(language: LanguageTag, codes: readonly string[]): string | null {
  const { language: primary, script } = new Intl.Locale(language).maximize();
  const wanted = [language, `${primary}-${script ?? ''}`, primary].map((code) => code.toLowerCase());
  for (const wish of wanted) {
    const code = codes.find((each) => each.toLowerCase() === wish);
    if (code !== undefined) return code;
  }
  return null;
}
