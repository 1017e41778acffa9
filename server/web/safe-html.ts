/** HTML that may go out unescaped. Only rendering makes it; everything else is text and is escaped. */
declare const brand: unique symbol;
export type SafeHtml = string & { readonly [brand]: 'SafeHtml' };

/** Says that `html` comes from one of our templates. */
export function renderedHtml(html: string): SafeHtml {
  return html as SafeHtml;
}
