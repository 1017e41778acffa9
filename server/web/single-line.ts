/**
 * A name or credit that a person typed or a file brought: one line of text. Controls, and the bidi overrides,
 * embeddings and isolates with which a name could disorder the text around it, are left out; joiners and
 * directional marks, which Persian and Burmese need, stay.
 */
import { z } from 'zod';

const DISORDERING = /[\u202A-\u202E\u2066-\u2069]/gu;
const CONTROLS_AND_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

export function singleLine(maximum: number): z.ZodType<string> {
  return z.string().transform((text) => cleanLine(text).slice(0, maximum));
}

export function cleanLine(text: string): string {
  return text.replace(DISORDERING, '').replace(CONTROLS_AND_BREAKS, ' ').normalize('NFC').trim();
}
