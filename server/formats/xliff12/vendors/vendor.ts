/**
 * The shape of a CAT tool's own workflow in XLIFF 1.2: where it keeps the flag of a segment, and what the words of
 * that flag mean. `state` and `approved` are XLIFF's; a flag is a further fact beside them, kept in step and never
 * merged with them. A tool is one object, listed in registry.ts; what only locks needs none.
 */
import type { State } from '../../../core/document/state.ts';
import type { XmlElement } from '../../shared/xml/element.ts';
import type { XmlAttribute } from '../../shared/xml/scanner.ts';

/** The start tag of the document's root. */
export interface Root {
  readonly attributes: readonly XmlAttribute[];
}

/** The words of a flag. */
export interface Vocabulary {
  /** A word that is not there is undefined. */
  read(word: string | undefined): State;
  /** Whether the word also stands for a state further than the one that it reads as: then XLIFF's own says which. */
  agrees(word: string | undefined, state: State): boolean;
  /** The word for a state in a document with this root; at reading there is none. */
  write(state: State, root: Root | null): string;
}

export interface Vendor {
  /** Prefix of the subStates that keep its finer words (`sdl:RejectedTranslation`). */
  readonly id: string;
  readonly namespace: string;
  /** Local name of the attribute that is the flag, and whether it stands in the tool's namespace. */
  readonly attribute: { readonly local: string; readonly qualified: boolean };
  readonly vocabulary: Vocabulary;
  /**
   * The elements that hold the flag of one segment, by the mid of its mrk; null where the unit is shown as one
   * segment, whose flag may stand on several. None where the unit is not the tool's.
   */
  flagged(unit: XmlElement, mid: string | null): readonly XmlElement[];
  /** Locks that no attribute on the unit or its target says. */
  locks?(unit: XmlElement, mid: string | null): boolean;
  /** Whether the tool allows the unit to be cut otherwise. */
  resegments?(unit: XmlElement): boolean;
}

/** A vocabulary with a word for each state; `read` says what further words mean. */
export function wordForEach(
  words: Readonly<Record<State, string>>,
  read: (word: string | undefined) => State,
): Vocabulary {
  return { read, agrees: (word, state) => read(word) === state, write: (state) => words[state] };
}
