/**
 * The sub-types of inline codes that our own readers give and our publishers know. The `xlf:` ones are of
 * XLIFF 2.1 §4.3.1.33; the `recto:` ones are ours, under the prefix rule of the same section.
 */
export const CODE_SUBTYPES = {
  bold: 'xlf:b',
  italic: 'xlf:i',
  lineBreak: 'xlf:lb',
  variable: 'xlf:var',
  code: 'recto:code',
  strike: 'recto:strike',
  noteReference: 'recto:note',
  html: 'recto:html',
  autolink: 'recto:autolink',
  link: 'recto:link',
  image: 'recto:image',
} as const;
