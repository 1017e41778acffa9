/** An edition made straight from a file: of a translated XLIFF that carries its document, or of an original. */
import { createHash } from 'node:crypto';
import type { Document } from '../core/document/document.ts';
import { restoreDocument } from '../core/document/restore.ts';
import { problem } from '../core/problem.ts';
import type { Person } from '../core/publish/edition.ts';
import { PUBLISHERS } from '../publish/registry.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';
import { publishDocument } from './publish-edition.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface PublishFileInput extends ReadFileInput {
  /** `html`, `epub` … as the publishers' extensions are. */
  readonly format: string;
  readonly bilingual: boolean;
  /** Set texts in state `initial` too. */
  readonly drafts: boolean;
  readonly title: string;
  readonly people: readonly Person[];
  readonly licence: string;
  readonly origin: string;
}

export async function publishFile(deps: FileDependencies, input: PublishFileInput): Promise<WrittenFile> {
  const publisher = PUBLISHERS.find(
    (each) => each.extension === `.${input.format}` && each.bilingual === input.bilingual,
  );
  if (publisher === undefined) {
    return { bytes: null, problems: [problem('edition-format-unknown', null, { format: input.format })] };
  }
  const read = readFile(deps, input);
  if (read.kind === 'refused') return { bytes: null, problems: read.problems };
  const document = whole(read.document);
  const sourceLanguage = document.sourceLanguage ?? input.sourceLanguage;
  const published = await publishDocument(
    deps,
    publisher,
    document,
    {
      title: input.title,
      people: input.people,
      licence: input.licence,
      origin: input.origin,
      workId: workIdOf(read.document.skeleton?.original ?? input.bytes),
      date: new Date(deps.now()).toISOString(),
      siblings: [],
    },
    {
      sourceLanguage,
      language: read.document.targetLanguage ?? sourceLanguage,
      withDrafts: input.drafts,
    },
  );
  return { bytes: published.bytes, problems: [...read.problems, ...published.problems] };
}

function whole(document: Document): Document {
  return restoreDocument(document).document ?? document;
}

/** The same original gives the same work in every language: a UUID (RFC 9562, version 8) of its bytes. */
function workIdOf(bytes: Uint8Array): string {
  const hex = createHash('sha256').update(bytes).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
