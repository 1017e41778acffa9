/** Writing new elements, where there is no file yet whose spelling could be kept. */
import { escapeAttribute } from '../xml/escape.ts';

/** Attributes in order; undefined and null ones are left out. */
export type Attributes = readonly (readonly [name: string, value: string | null | undefined])[];

export function startTag(name: string, attributes: Attributes): string {
  return `<${name}${attributeText(attributes)}>`;
}

export function emptyTag(name: string, attributes: Attributes): string {
  return `<${name}${attributeText(attributes)}/>`;
}

function attributeText(attributes: Attributes): string {
  return attributes
    .map(([name, value]) =>
      value === undefined || value === null ? '' : ` ${name}="${escapeAttribute(value)}"`,
    )
    .join('');
}
