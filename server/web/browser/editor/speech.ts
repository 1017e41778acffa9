/** Says things in the reader's language: the server's messages with values put in, numbers and times. */
export class Speech {
  readonly #messages: Readonly<Record<string, string>>;
  readonly #number: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #time: Intl.DateTimeFormat;

  constructor(language: string, messages: Readonly<Record<string, string>>) {
    this.#messages = messages;
    this.#number = new Intl.NumberFormat(language);
    this.#share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    this.#time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** Numbers among the values are written in the language's own digits. */
  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    const message = this.#messages[name] ?? name;
    return message.replace(/\{(\w+)\}/gu, (whole, key: string) => {
      const value = values[key];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** Never 100 % unless all, never 0 % unless none. */
  share(value: number): string {
    const honest = value > 0 && value < 0.01 ? 0.01 : value < 1 && value > 0.99 ? 0.99 : value;
    return this.#share.format(honest);
  }

  time(at: number): string {
    return this.#time.format(at);
  }
}
