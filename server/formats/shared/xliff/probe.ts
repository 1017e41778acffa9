/** Whether the beginning of a file looks like XLIFF, and of which generation. */
import { textFromRoot } from '../xml/root.ts';
import { isNamespaceOf, mayBe, type Generation } from './generation.ts';

const ROOT = /^<((?:[\w.-]{1,100}:)?)xliff(?=[\s/>])((?:[^>"']+|"[^"]*"|'[^']*')*)/;

/**
 * How sure it is that the file is XLIFF of the generation: 1 where its namespace and version agree on it, 0.9 where
 * one of them or what stands in it says so, 0 where it is not XLIFF at all; null where the root is not among the
 * bytes given.
 */
export function probeGeneration(head: Uint8Array, generation: Generation): number | null {
  // Files that an archive holds uncompressed stand in it as they are.
  if (head[0] === 0x50 && head[1] === 0x4b) return 0;
  const text = textFromRoot(head) ?? '';
  const root = ROOT.exec(text);
  if (root === null) return null;
  const [whole, prefix = '', attributes = ''] = root;
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const namespace = valueOf(attributes, name) ?? '';
  const version = valueOf(attributes, 'version');
  if (!mayBe(generation, namespace, version)) return generation === 1 ? 0.1 : 0.15;
  if (!mayBe(generation === 1 ? 2 : 1, namespace, version)) {
    return isNamespaceOf(generation, namespace) ? 1 : 0.9;
  }
  const inside = /<(?:[\w.-]{1,100}:)?(trans-unit|unit)[\s>]/.exec(text.slice(whole.length))?.[1];
  if (inside === undefined) return isNamespaceOf(generation, namespace) ? 0.9 : 0.8;
  return (inside === 'trans-unit') === (generation === 1) ? 0.9 : 0.8;
}

function valueOf(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name.replace(/[.]/g, '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const found = pattern.exec(attributes);
  return found === null ? undefined : (found[1] ?? found[2]);
}
