/**
 * XLIFF 1.0, 1.1 and 1.2 held to their schemas and to what the prose of the specification adds. What the schema
 * says is an error, what only the prose says a warning: tools in use break each of the latter.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import type { RuleSet, Run } from '../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../shared/rules/node.ts';
import { validateByRules } from '../../shared/rules/validate.ts';
import { CODE_PAIRS } from './check-codes.ts';
import { EMPTIES, PAIRS, SEGMENTS } from './check-structure.ts';
import { STATE_CHECKS } from './check-units.ts';
import { checkOwnAttributes, VALUE_CHECKS } from './check-values.ts';
import { ELEMENTS_10 } from './elements-1.0.ts';
import { elementTable } from './elements.ts';
import { KEYS, PROSE_KEYS, PROSE_REFERENCES, REFERENCES } from './keys.ts';
import { ruleSet } from './rule-set.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:';

type Version = '1.0' | '1.1' | '1.2';

/** `strict`: 1.2 by its strict schema, which allows nothing deprecated and nothing foreign; else the transitional. */
export function validateXliff12(
  bytes: Uint8Array,
  options?: { readonly strict: boolean },
): readonly Problem[] {
  return validateByRules(bytes, (root) => {
    if (root.local !== 'xliff') {
      return { rules: null, refused: problem('xliff-not-xliff', null, { element: root.written }) };
    }
    const version = versionOf(root);
    if (version !== null)
      return { rules: rulesFor(version, root.namespace ?? '', options?.strict === true), refused: null };
    const named = valueOf(root, 'version') ?? root.namespace ?? '';
    return { rules: null, refused: problem('xliff-version-unknown', null, { version: named }) };
  });
}

/** By the namespace; a file without one says it by its version, and is 1.2 where it says neither. */
function versionOf(root: RuleNode): Version | null {
  const { namespace } = root;
  const named = valueOf(root, 'version') ?? '1.2';
  const text =
    namespace === '' ? named : namespace?.startsWith(NAMESPACE) ? namespace.slice(NAMESPACE.length) : '';
  return text === '1.0' || text === '1.1' || text === '1.2' ? text : null;
}

const made = new Map<string, RuleSet>();

function rulesFor(version: Version, namespace: string, strict: boolean): RuleSet {
  const key = `${version} ${namespace} ${strict}`;
  const rules = made.get(key) ?? makeRules(version, namespace, strict);
  made.set(key, rules);
  return rules;
}

function makeRules(version: Version, namespace: string, strict: boolean): RuleSet {
  const keyed = version === '1.2';
  const flavour = version === '1.1' ? '1.1' : strict ? '1.2-strict' : '1.2-transitional';
  const table = version === '1.0' ? ELEMENTS_10 : elementTable(flavour);
  return ruleSet(table, {
    namespace,
    name: `XLIFF ${version}`,
    foreign: version === '1.0' || flavour === '1.2-strict' ? 'none' : 'all',
    knowsXml: flavour !== '1.2-transitional',
    keys: keyed ? KEYS : PROSE_KEYS,
    references: keyed ? [...REFERENCES, ...PROSE_REFERENCES] : PROSE_REFERENCES,
    checks: [
      {
        on: ['xliff'],
        check: (root, run) => {
          checkRoot(root, version, run);
        },
      },
      { on: Object.keys(table), check: checkOwnAttributes },
      EMPTIES,
      ...(keyed ? [SEGMENTS, PAIRS] : []),
      CODE_PAIRS,
      ...STATE_CHECKS,
      ...VALUE_CHECKS,
    ],
  });
}

/** The namespace that the version asks for, and the version that the namespace asks for. */
function checkRoot(root: RuleNode, version: Version, run: Run): void {
  const written = valueOf(root, 'version') ?? '';
  if (root.namespace === '' && version !== '1.0') {
    run.report('xliff-namespace-missing', root, null, { version, expected: NAMESPACE + version }, '#xliff');
  } else if (written !== version && /^1\.[012]$/.test(written)) {
    const values = { version: written, namespace: root.namespace ?? '' };
    run.report('xliff-version-mismatch', root, 'version', values, '#version');
  }
}
