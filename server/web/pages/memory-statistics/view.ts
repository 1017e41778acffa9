/** Tables of what a memory amounts to. */
import type { MemoryStatistics, Ranking } from '../../../core/memory/memory-statistics.ts';
import { TU_KINDS } from '../../../core/memory/tu.ts';
import { isEstimate } from '../../../core/text/measures.ts';
import { WORD_METHOD } from '../../../core/text/words.ts';
import { tuId } from '../../../store/ids.ts';
import type { Memory } from '../../../store/memory-store.ts';
import type { Survey } from '../../../store/survey-store.ts';
import { statisticsOf } from '../../../usecases/memory-statistics.ts';
import type { Page } from '../../page.ts';
import { surveyFacts, surveyHome, surveyView, type SurveyView } from '../../survey-view.ts';
import { tuHref } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';

interface Row {
  readonly name: string;
  readonly figures: readonly string[];
}

interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

export interface MemoryStatisticsPage extends Page {
  readonly backHref: string;
  readonly memoryName: string;
  readonly action: string;
  readonly going: SurveyView | null;
  readonly facts: readonly string[];
  readonly tables: readonly Table[];
  /** '' where there is none. */
  readonly longestHref: string;
  readonly longest: string;
  readonly method: string;
}

export interface MemoryStatisticsInput {
  readonly memory: Memory;
  readonly survey: Survey | null;
  readonly now: number;
}

export function memoryStatisticsPage(
  ui: Ui,
  { memory, survey, now }: MemoryStatisticsInput,
): MemoryStatisticsPage {
  const found = survey === null ? null : statisticsOf(survey);
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('upkeep:statistics'),
    backHref: `/memories/${memory.id}`,
    memoryName: memory.name,
    action: surveyHome(memory.id, 'statistics'),
    going: survey && surveyView(ui, survey, 0, now),
    facts: survey === null ? [] : surveyFacts(ui, survey),
    tables: found === null ? [] : tablesOf(ui, found).filter(({ rows }) => rows.length > 0),
    longestHref: found?.longest == null ? '' : tuHref(memory.id, tuId(found.longest.tu)),
    longest: ui.t('upkeep:longest', { count: found?.longest?.length ?? 0 }),
    method: ui.t('upkeep:word-method', { method: WORD_METHOD }),
  };
}

function tablesOf(ui: Ui, found: MemoryStatistics): readonly Table[] {
  const ofAll = (count: number): string => ui.percent(found.tus === 0 ? 0 : count / found.tus);
  const counted = (name: string, count: number): Row => ({ name, figures: [ui.number(count), ofAll(count)] });
  const heads = [ui.t('upkeep:units'), ui.t('upkeep:share')];
  const ranked = (caption: string, { first, others }: Ranking, nobody: string): Table => ({
    caption,
    heads,
    rows: [
      ...first.map(([name, count]) => counted(name === '' ? nobody : name, count)),
      ...(others > 0 ? [counted(ui.t('upkeep:others'), others)] : []),
    ],
  });
  return [
    {
      caption: ui.t('upkeep:languages'),
      heads: ['texts', 'words', 'characters', 'with-codes'].map((name) => headOf(ui, name)),
      rows: found.languages.map(({ language, texts, words, characters, withCodes }) => ({
        name: ui.languageName(language),
        figures: [
          ui.number(texts),
          `${isEstimate(language) ? '~' : ''}${ui.number(words)}`,
          ui.number(characters),
          ui.number(withCodes),
        ],
      })),
    },
    {
      caption: ui.t('upkeep:origin'),
      heads,
      rows: [
        ...TU_KINDS.map((kind) => counted(ui.t(`upkeep:kind-${kind}`), found.kinds[kind])),
        counted(ui.t('upkeep:of-segments'), found.ofSegments),
        counted(ui.t('upkeep:with-context'), found.withContext),
      ],
    },
    {
      caption: ui.t('upkeep:years'),
      heads,
      rows: found.years.map(([year, count]) =>
        counted(
          year === null ? ui.t('upkeep:undated') : ui.t('upkeep:year', { year: yearOf(ui, year) }),
          count,
        ),
      ),
    },
    ranked(ui.t('upkeep:authors'), found.authors, ui.t('receipt:nobody')),
    ranked(ui.t('upkeep:documents'), found.documents, ui.t('upkeep:no-document')),
    {
      caption: ui.t('upkeep:dates'),
      heads: [ui.t('upkeep:when')],
      rows: [
        ['upkeep:first-created', found.firstCreated] as const,
        ['upkeep:last-changed', found.lastChanged] as const,
      ].flatMap(([key, at]) => (at === null ? [] : [{ name: ui.t(key), figures: [ui.dateTime(at)] }])),
    },
  ];
}

function headOf(ui: Ui, name: string): string {
  if (name === 'texts') return ui.t('upkeep:texts');
  if (name === 'words') return ui.t('upkeep:words');
  return ui.t(name === 'characters' ? 'upkeep:characters' : 'upkeep:with-codes');
}

/** In the digits of the language, without marks between thousands. */
function yearOf(ui: Ui, year: number): string {
  return Array.from(String(year), (digit) => (digit === '-' ? digit : ui.number(Number(digit)))).join('');
}
