/**
 * A catalogue and its translation as flat XLIFF (one unit a message, one segment a unit), made by npm `xliff`:
 * what i18next users and CAT tools know, and enough where there are no inline codes.
 */
import { js2xliff, jsToXliff12 } from 'xliff';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { WantedMessage } from './plurals.ts';

export interface ExchangeCatalogue {
  readonly name: string;
  readonly messages: readonly WantedMessage[];
  /** Present translations by key. */
  readonly targets: ReadonlyMap<string, string>;
  /** The most characters of its translation, by key. */
  readonly limits: ReadonlyMap<string, number>;
}

interface ExchangeOptions {
  readonly version: '1.2' | '2.0';
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
}

const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** In an attribute these become spaces. */
const BREAKS = /[\t\n\r]/;
const NMTOKEN = /^[-.:\w\u00B7\u00C0-\uD7FF\uF900-\uFFFD]+$/u;

/** null where a key or text is nothing that an XLIFF of the version can hold. */
export async function makeExchange(
  catalogues: readonly ExchangeCatalogue[],
  options: ExchangeOptions,
): Promise<{ readonly text: string | null; readonly problems: readonly Problem[] }> {
  const problems = catalogues.flatMap(({ name, messages, targets }) =>
    messages.flatMap(({ key, source }) => {
      const held = [key, source, targets.get(key) ?? ''].every((text) => !ILLEGAL.test(text));
      const named = options.version === '1.2' ? key !== '' && !BREAKS.test(key) : NMTOKEN.test(key);
      const place = { path: `${name} ${key}` };
      return held && named ? [] : [problem('catalog-unwritable', place, { key, version: options.version })];
    }),
  );
  if (problems.length > 0) return { text: null, problems };
  const value = {
    // Not by assignment: a namespace or key may be called __proto__.
    resources: Object.fromEntries(
      catalogues.map((catalogue) => [
        catalogue.name,
        Object.fromEntries(
          catalogue.messages.map((message) => [message.key, unitOf(message, catalogue, options.version)]),
        ),
      ]),
    ),
    sourceLanguage: options.sourceLanguage,
    targetLanguage: options.targetLanguage,
  };
  const text = await (options.version === '1.2' ? jsToXliff12(value) : js2xliff(value));
  // A carriage return survives in XML as a reference only.
  const kept = text.replaceAll('\r', '&#13;');
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${kept}\n`, problems };
}

function unitOf(
  { key, source }: WantedMessage,
  { targets, limits }: ExchangeCatalogue,
  version: ExchangeOptions['version'],
): unknown {
  const target = targets.get(key);
  const maximum = limits.get(key);
  return {
    source,
    ...(target === undefined ? {} : { target }),
    additionalAttributes: { 'xml:space': 'preserve', ...limitAttributes(maximum, version) },
  };
}

/** For 2.0 npm `xliff` itself adds the profile that they are measured by. */
function limitAttributes(
  maximum: number | undefined,
  version: ExchangeOptions['version'],
): Readonly<Record<string, string>> {
  if (maximum === undefined) return {};
  if (version === '2.0') return { 'slr:sizeRestriction': String(maximum) };
  return { maxwidth: String(maximum), 'size-unit': 'char' };
}
