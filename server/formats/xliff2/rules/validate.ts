/** Validation of XLIFF 2.x: which version's rules a file is held to. */
import { problem, type Problem } from '../../../core/problem.ts';
import { valueOf } from '../../shared/rules/node.ts';
import { validateByRules, type ChooseRules } from '../../shared/rules/validate.ts';
import { XLIFF20_NAMESPACE, XLIFF22_NAMESPACE } from '../family.ts';
import { rulesOf, type Version } from './rules.ts';

/** 2.0 and 2.1 share a namespace and part by version; 2.2 has its own. */
const choose: ChooseRules = (root) => {
  const version = valueOf(root, 'version');
  const { namespace } = root;
  if (root.local !== 'xliff') {
    return { rules: null, refused: problem('xliff-not-xliff', null, { element: root.written }) };
  }
  if (namespace !== XLIFF20_NAMESPACE && namespace !== XLIFF22_NAMESPACE) {
    const values = { version: namespace === '' || namespace === null ? (version ?? '') : namespace };
    return { rules: null, refused: problem('xliff-version-unknown', null, values) };
  }
  const own: Version = namespace === XLIFF22_NAMESPACE ? '2.2' : version === '2.0' ? '2.0' : '2.1';
  return { rules: rulesOf(own, namespace), refused: null };
};

/** Everything in the file that XLIFF 2.0, 2.1 or 2.2 does not allow; empty where it is valid. */
export function validateXliff2(bytes: Uint8Array): readonly Problem[] {
  return validateByRules(bytes, choose);
}
