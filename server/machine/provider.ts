/**
 * The plug-in shape of machine translation: what a provider is asked and what it answers. Nothing is sent anywhere but
 * by a project's own settings, and what comes back is an offer, never a translation that somebody stands for.
 * Invariant: an offer holds only inline codes of its source, each once, or none at all.
 */
import type { MachineSettings } from '../core/memory/machine-settings.ts';
import type { Problem } from '../core/problem.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';

export interface MachineText {
  readonly source: Content;
  /** Plain texts, '' where there is none or they are not to be sent. */
  readonly previous: string;
  readonly next: string;
  readonly terms: readonly { readonly source: string; readonly target: string }[];
}

export interface MachineRequest {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly texts: readonly MachineText[];
}

export interface MachineOffer {
  readonly target: Content;
  /** The answer had the source's codes in no usable way, so they were left out. */
  readonly lostCodes: boolean;
}

/** Offers in the order of the texts; null for one of which the answer made nothing. */
export type MachineResult =
  | { readonly kind: 'translated'; readonly offers: readonly (MachineOffer | null)[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** How long a server is waited for. */
export interface Patience {
  /** Most requests for one question. */
  readonly tries: number;
  /** Longest that a server may ask to be left alone before the next; one that asks for longer is believed, and not asked. */
  readonly longestWait: number;
  /** For one answer. Milliseconds, as above. */
  readonly timeout: number;
}

/** Somebody looks on. */
export const SOMEBODY_WAITS: Patience = { tries: 3, longestWait: 20_000, timeout: 60_000 };
/** It goes on by itself. */
export const NOBODY_WAITS: Patience = { tries: 5, longestWait: 300_000, timeout: 120_000 };

/** One request over HTTP, never redirected; rejects with a `code` where nobody answers. */
export type Send = (
  url: URL,
  request: {
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
    readonly signal: AbortSignal;
  },
) => Promise<Reply>;

export interface Reply {
  readonly status: number;
  /** As the server wrote it; null where it did not. */
  readonly retryAfter: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The code of a request that was not sent, since its host is off limits. */
export const OFF_LIMITS = 'OFF_LIMITS';

export interface Outside {
  readonly send: Send;
  readonly patience: Patience;
  /** Ends the work from outside. */
  readonly signal: AbortSignal;
}

export interface MachineProvider {
  /** Stable name: kept in data. */
  readonly id: string;
  /** For people; not translated. */
  readonly name: string;
  /** Whether a model must be named. */
  readonly needsModel: boolean;
  /** Whether it sends what stands around a text, where the project allows that. */
  readonly sendsContext: boolean;
  /** Most texts and characters of one request. */
  readonly batch: { readonly texts: number; readonly characters: number };
  /** What it cannot do, and every failure of the server, is a problem in the result. */
  translate(request: MachineRequest, settings: MachineSettings, outside: Outside): Promise<MachineResult>;
}
