/**
 * Forms of one name: a surname or a given name alone belongs to the one full name that has it, and initials to the name
 * that they begin. Where two full names have it, it stands by itself.
 */
import { fold } from '../text/fold.ts';

export interface NameCount {
  readonly text: string;
  readonly count: number;
}

export interface GroupedName {
  /** The fullest form. */
  readonly name: string;
  /** Most frequent first. */
  readonly variants: readonly NameCount[];
}

/** A person may be called by the given name as often as this for each time by the full one. */
const OFTEN = 3;

/** `common`: words that stand in small letters too, folded; they are no given names (South America). */
export function groupNames(names: readonly NameCount[], common: ReadonlySet<string>): readonly GroupedName[] {
  const parts = new Map(
    names.map(({ text }) => [
      text,
      fold(text)
        .replace(/[’ʼ]/gu, "'")
        .split(/[\s.]+/u)
        .filter((part) => part !== ''),
    ]),
  );
  const partsOf = (text: string): readonly string[] => parts.get(text) ?? [];
  const isFull = ({ text }: NameCount): boolean =>
    partsOf(text).length > 1 && (partsOf(text)[0]?.length ?? 0) > 1;
  const groups = new Map<string, NameCount[]>();
  const bySurname = new Map<string, Set<string>>();
  const byGivenName = new Map<string, Set<string>>();
  const fulls = names.filter(isFull);
  for (const full of fulls) {
    // The same name spelt with other accents or stops is the same.
    const key = partsOf(full.text).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), full]);
    const [given = '', ...rest] = partsOf(full.text);
    const alone = names.find(({ text }) => fold(text) === given)?.count ?? 0;
    // A phrase (`Bank of England`, `Miller's Farm`) has neither, nor has a place with what it is called by (`Chicago Anarchists`).
    if (/(?: (?:of|the)|['’ʼ]s) /iu.test(full.text) || common.has(given) || alone > OFTEN * full.count)
      continue;
    add(bySurname, rest.at(-1) ?? '', key);
    add(byGivenName, given, key);
  }
  const countOf = (key: string): number => (groups.get(key) ?? []).reduce((sum, { count }) => sum + count, 0);
  const short = names.filter((name) => !isFull(name));
  const owned = short.map((each) => {
    const own = partsOf(each.text);
    const surname = [...(bySurname.get(own.at(-1) ?? '') ?? [])].filter((key) => agree(own, key.split(' ')));
    // Who is mostly called by the first word is not a person called so (Iran, Iran International).
    const given = [...(byGivenName.get(own[0] ?? '') ?? [])].filter(
      (key) => own.length === 1 && countOf(key) >= each.count,
    );
    return { each, own, owners: surname.length > 0 ? surname : given };
  });
  for (const { each, own, owners } of owned) {
    const [only] = owners;
    const key = owners.length === 1 && only !== undefined ? only : own.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((variants) => {
    const sorted = variants.sort((a, b) => b.count - a.count || b.text.length - a.text.length);
    const fullest = sorted.reduce((best, each) =>
      partsOf(each.text).length > partsOf(best.text).length ? each : best,
    );
    return { name: fullest.text, variants: sorted };
  });
}

function add(map: Map<string, Set<string>>, part: string, key: string): void {
  map.set(part, (map.get(part) ?? new Set()).add(key));
}

/** A single word, or initials and a surname, and the full name that it may be short for. */
function agree(short: readonly string[], full: readonly string[]): boolean {
  if (short.length === 1) return true;
  const [initial = ''] = short;
  return short.at(-1) === full.at(-1) && (full[0]?.startsWith(initial) ?? false);
}
