/**
 * Ids that XLIFF 2.x cannot hold as they are (they must be NMTOKENs, and unlike each other over all segments and
 * codes of a unit, 2.1 §4.3.1.17): written under another name, with the true one in an attribute of ours.
 */

/** `written=true written=true`, each side percent-encoded. */
export function readNames(value: string | undefined): ReadonlyMap<string, string> {
  if (value === undefined) return NO_NAMES;
  const names = new Map<string, string>();
  for (const pair of value.split(' ')) {
    const [written, real] = pair.split('=');
    if (written === undefined || real === undefined) continue;
    try {
      names.set(decodeURIComponent(written), decodeURIComponent(real));
    } catch {
      // Not ours after all; the id in the file stands.
    }
  }
  return names;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The attribute's value, or undefined where every id is written as it is. */
export function writeNames(names: ReadonlyMap<string, string>): string | undefined {
  const pairs = [...names].map(([written, real]) => `${encode(written)}=${encode(real)}`);
  return pairs.length === 0 ? undefined : pairs.join(' ');
}

function encode(text: string): string {
  // A lone surrogate cannot be encoded; ids hold none once they went through XML.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
