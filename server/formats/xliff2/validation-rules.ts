/** `val:validation` (XLIFF 2.1 §5.8): its rules, as far as they say what to look for. */
import type { ValidationRule } from '../../core/document/validation-rules.ts';
import { attributeOf } from '../shared/xml/element.ts';
import type { XmlAttribute } from '../shared/xml/scanner.ts';

export const VALIDATION_NAMESPACE = 'urn:oasis:names:tc:xliff:validation:2.0';

const KINDS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'] as const;

export interface StatedRule {
  readonly rule: ValidationRule;
  readonly disabled: boolean;
}

/** A `val:rule`; null where it is of another tool's kind. Text is compared in form C unless it says otherwise. */
export function readRule(tag: { readonly attributes: readonly XmlAttribute[] }): StatedRule | null {
  const value = (name: string): string | undefined => attributeOf(tag, name);
  const kind = KINDS.find((each) => value(each) !== undefined);
  const text = kind === undefined ? undefined : value(kind);
  if (kind === undefined || text === undefined || text === '') return null;
  const occurs = kind === 'isPresent' ? /^[1-9]\d{0,8}$/u.exec(value('occurs') ?? '')?.[0] : undefined;
  const form = value('normalization');
  const rule: ValidationRule = {
    kind,
    text,
    ...(occurs === undefined ? {} : { occurs: Number(occurs) }),
    existsInSource: value('existsInSource') === 'yes',
    caseSensitive: value('caseSensitive') !== 'no',
    normalization: form === 'none' || form === 'nfd' ? form : 'nfc',
  };
  return { rule, disabled: value('disabled') === 'yes' };
}
