/**
 * Says things in the reader's language: the server's messages with values put in, numbers and times. Not every
 * browser knows every language (Chromium does not know Burmese): then numbers and times are written plainly, but
 * in the language's own digits.
 */
import type { Settings } from './settings.ts';

export class Speech {
  readonly #messages: Readonly<Record<string, string>>;
  readonly #digits: readonly string[] | null;
  readonly #number: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #time: Intl.DateTimeFormat;

  constructor({ interface: language, messages, digits }: Settings) {
    const isKnown = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
    const locale = isKnown ? language : 'en-GB';
    this.#messages = messages;
    this.#digits = isKnown ? null : digits;
    this.#number = new Intl.NumberFormat(locale);
    this.#share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#time = new Intl.DateTimeFormat(locale, {
      dateStyle: isKnown ? 'medium' : 'short',
      timeStyle: 'short',
    });
  }

  /** Numbers among the values are in the language's own digits; texts are isolated, so that they disorder nothing. */
  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    const message = this.#messages[name] ?? name;
    return message.replace(/\u2068?\{(\w+)\}\u2069?/gu, (whole, key: string) => {
      const value = values[key];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : `\u2068${value}\u2069`;
    });
  }

  number(value: number): string {
    return this.#own(this.#number.format(value));
  }

  /** Never 100 % unless all, never 0 % unless none. */
  share(value: number): string {
    const honest = value > 0 && value < 0.01 ? 0.01 : value < 1 && value > 0.99 ? 0.99 : value;
    return this.#own(this.#share.format(honest));
  }

  time(at: number): string {
    return this.#own(this.#time.format(at));
  }

  #own(text: string): string {
    const digits = this.#digits;
    return digits === null ? text : text.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
  }
}
