/** How a project asks for machine translation. Nothing of a text is sent anywhere without it. */
export interface MachineSettings {
  /** A provider's id. */
  readonly provider: string;
  /** Where its API stands, as people write it (`http://127.0.0.1:5000`, `https://…/v1`). */
  readonly url: string;
  /** '' where none is needed. Never shown again. */
  readonly key: string;
  /** '' where the provider has only one. */
  readonly model: string;
  /** Of a million characters that are sent, in whatever money; null where nobody said. */
  readonly price: number | null;
  /** Whether the segments before and after are sent with each. */
  readonly context: boolean;
}
