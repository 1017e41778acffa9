/**
 * A name or credit that a person typed or a file brought: one line of text. Controls, and the bidi overrides,
 * embeddings and isolates with which a name could disorder the text around it, are left out; joiners and
 * directional marks, which Persian and Burmese need, stay. What nobody could see or click on is no name: it is ''.
 */
import { z } from 'zod';

const DISORDERING = /[\u202A-\u202E\u2066-\u2069]/gu;
const CONTROLS_AND_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]+$/u;

export function singleLine(maximum: number): z.ZodType<string> {
  return z.string().transform((text) => cleanLine(text).slice(0, maximum));
}

export function cleanLine(text: string): string {
  const line = text.replace(DISORDERING, '').replace(CONTROLS_AND_BREAKS, ' ').normalize('NFC').trim();
  return INVISIBLE.test(line) ? '' : line;
}

/** A term as it was typed: joiners, direction marks and whatever else it is written with stay. '' where nothing is seen. */
export function termLine(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/gu, ' ').trim();
  return INVISIBLE.test(line) ? '' : line;
}
