/** What a machine would be sent of a document, where that goes, and what it costs; with the button that begins. */
import type { Problem } from '../../../core/problem.ts';
import type { MachineQuote } from '../../../usecases/quote-machine.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';

export interface MachineQuotePage extends Page {
  readonly fileName: string;
  readonly backHref: string;
  readonly settingsHref: string;
  readonly action: string;
  readonly problems: readonly ProblemView[];
  /** Where texts go and what becomes of them, a sentence each. */
  readonly facts: readonly string[];
  readonly minima: readonly { readonly value: number; readonly label: string; readonly chosen: boolean }[];
  readonly minimum: number;
  /** null where nothing can be sent. */
  readonly quote: {
    readonly figures: readonly { readonly name: string; readonly value: string }[];
    /** What the figures leave open. */
    readonly remarks: readonly string[];
    /** Most characters that are sent. */
    readonly limit: number;
    /** There is something to send. */
    readonly canBegin: boolean;
  } | null;
}

const MINIMA = [100, 95, 85, 75, 50];

export function machineQuotePage(
  ui: Ui,
  { document, project, language }: Translation,
  at: { readonly quote: MachineQuote; readonly minimum: number; readonly problems: readonly Problem[] },
): MachineQuotePage {
  const { quote, minimum } = at;
  const problems = [...at.problems, ...(quote.kind === 'refused' ? quote.problems : [])];
  const seen = new Map(problems.map((each) => [each.code, each]));
  return {
    ui,
    title: ui.t('machine:fill'),
    fileName: document.fileName,
    backHref: `/documents/${document.id}`,
    settingsHref: `/projects/${project.id}/machine`,
    action: `/documents/${document.id}/${language}/machine`,
    problems: problemViews(ui, [...seen.values()]),
    facts: factsOf(ui, quote, ui.languageName(language)),
    minima: MINIMA.map((value) => ({
      value,
      label:
        value === 100
          ? ui.t('matches:pretranslate-equal')
          : ui.t('matches:pretranslate-from', { score: ui.number(value) }),
      chosen: value === minimum,
    })),
    minimum,
    quote: quote.kind === 'quoted' ? figuresOf(ui, quote) : null,
  };
}

function factsOf(ui: Ui, quote: MachineQuote, language: string): readonly string[] {
  if (quote.kind !== 'quoted') return [ui.t('machine:off')];
  const { context, settings } = quote;
  const { host, isLocal } = settings;
  return [
    ui.t('machine:fill-where', { host, language }),
    ui.t(isLocal ? 'machine:local' : 'machine:remote'),
    ...(context ? [ui.t('machine:fill-context')] : []),
    ui.t('machine:fill-marked'),
  ];
}

function figuresOf(
  ui: Ui,
  quote: Extract<MachineQuote, { kind: 'quoted' }>,
): NonNullable<MachineQuotePage['quote']> {
  const { segments, repeated, characters, cost, known, notLookedUp } = quote;
  const price = cost === null ? ui.t('machine:fill-no-price') : ui.number(Math.ceil(cost * 1_000) / 1_000);
  return {
    figures: [
      { name: ui.t('machine:fill-segments'), value: ui.number(segments) },
      { name: ui.t('machine:fill-characters'), value: ui.number(characters) },
      { name: ui.t('machine:fill-cost'), value: price },
      { name: ui.t('machine:fill-known'), value: ui.number(known) },
    ],
    remarks: [
      ...(segments === 0 ? [ui.t('machine:fill-nothing')] : [ui.t('machine:fill-about')]),
      ...(repeated === 0 ? [] : [ui.t('machine:fill-repeated', { count: repeated })]),
      ...(notLookedUp === 0 ? [] : [ui.t('machine:fill-not-looked-up', { count: notLookedUp })]),
    ],
    limit: characters,
    canBegin: segments > 0,
  };
}
