/** Where memories hold a text, with what stood around it. */
import type { LanguageTag } from '../../../core/text/language.ts';
import { linePieces, type LinePiece } from '../../../core/text/line-pieces.ts';
import type { Memory } from '../../../store/memory-store.ts';
import type { LanguagePair } from '../../../usecases/browse-memory.ts';
import type { Occurrence } from '../../../usecases/search-memories.ts';
import type { Page } from '../../page.ts';
import { tuView, type TuView } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';
import type { ConcordanceQuery } from './routes.ts';

export interface ConcordancePage extends Page {
  readonly text: string;
  readonly side: 'source' | 'target';
  readonly isWholeWord: boolean;
  readonly source: string;
  readonly target: string;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly memories: readonly { readonly id: number; readonly name: string; readonly chosen: boolean }[];
  readonly isAsked: boolean;
  readonly units: readonly OccurrenceView[];
  /** '' on the first page. */
  readonly firstHref: string;
  /** '' at the end. */
  readonly nextHref: string;
}

interface OccurrenceView extends TuView {
  readonly memoryName: string;
  readonly sourceLanguage: string;
  readonly sourceDirection: 'ltr' | 'rtl';
  /** Sources before and after it; of nothing where there are none. */
  readonly previous: readonly LinePiece[];
  readonly next: readonly LinePiece[];
}

export interface ConcordanceInput {
  readonly memories: readonly Memory[];
  readonly asked: ConcordanceQuery;
  readonly pair: LanguagePair | null;
  readonly found: readonly Occurrence[];
  readonly more: boolean;
}

export function concordancePage(ui: Ui, input: ConcordanceInput): ConcordancePage {
  const { memories, asked, pair, found, more } = input;
  const last = found.at(-1);
  const address = (after: string): string => {
    const said = { text: asked.text, source: pair?.source ?? '', target: pair?.target ?? '' };
    const rest = { side: asked.side, word: asked.word, memory: String(asked.memory ?? ''), after };
    const wanted = Object.entries({ ...said, ...rest }).filter(([, value]) => value !== '');
    return `/memories/concordance?${new URLSearchParams(wanted).toString()}`;
  };
  const tags = new Set<LanguageTag>(
    memories.flatMap(({ languages }) => languages.map(({ language }) => language)),
  );
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('memory:concordance'),
    text: asked.text,
    side: asked.side,
    isWholeWord: asked.word === 'yes',
    source: pair?.source ?? '',
    target: pair?.target ?? '',
    languages: [...tags].map((tag) => ({ tag, name: ui.languageName(tag) })),
    memories: memories.map(({ id, name }) => ({ id, name, chosen: id === asked.memory })),
    isAsked: asked.text !== '' && pair !== null,
    units: found.map((each) => occurrenceView(ui, each, asked, memories)),
    firstHref: asked.after === null ? '' : address(''),
    nextHref: more && last !== undefined ? address(String(last.tu.id)) : '',
  };
}

function occurrenceView(
  ui: Ui,
  { tu, source, target, spans }: Occurrence,
  { side }: ConcordanceQuery,
  memories: readonly Memory[],
): OccurrenceView {
  const view = tuView(ui, tu, [
    { tuv: source, spans: side === 'source' ? spans : [] },
    { tuv: target, spans: side === 'target' ? spans : [] },
  ]);
  // What stood around it is of the language that it was translated from.
  const from = tu.variants[0] ?? source;
  const [first] = tuView(ui, tu, [{ tuv: from, spans: [] }]).texts;
  return {
    ...view,
    memoryName: memories.find(({ id }) => id === tu.memory)?.name ?? '',
    sourceLanguage: first?.language ?? source.language,
    sourceDirection: first?.direction ?? 'ltr',
    previous: linePieces(tu.context.previous ?? '', first?.direction),
    next: linePieces(tu.context.next ?? '', first?.direction),
  };
}
