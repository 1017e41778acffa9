/** What the checks found in a memory, worst first, by check and page. */
import type { Memory } from '../../../store/memory-store.ts';
import type { Survey } from '../../../store/survey-store.ts';
import { checksOf, type CheckGroup, type MemoryFinding } from '../../../usecases/check-memory.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { pairFields, type PairFields } from '../../pair-fields.ts';
import { surveyFacts, surveyHome, surveyHref, surveyView, type SurveyView } from '../../survey-view.ts';
import { tuHref, tuvView, type TuvView } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';

export interface MemoryChecksPage extends Page {
  readonly backHref: string;
  readonly memoryName: string;
  readonly notice: NoticeView | null;
  readonly action: string;
  readonly pair: PairFields;
  readonly going: SurveyView | null;
  readonly facts: readonly string[];
  readonly summary: string;
  /** Of one check alone: the way back to all; else ''. */
  readonly allHref: string;
  readonly groups: readonly GroupView[];
  readonly firstHref: string;
  readonly nextHref: string;
}

interface GroupView {
  readonly check: string;
  readonly title: string;
  readonly facts: string;
  readonly why: string;
  readonly rows: readonly RowView[];
  readonly more: string;
  /** '' where all are shown. */
  readonly moreHref: string;
}

interface RowView {
  readonly href: string;
  readonly label: string;
  readonly message: string;
  readonly isMended: boolean;
  readonly texts: readonly TuvView[];
}

export interface MemoryChecksInput {
  readonly memory: Memory;
  readonly survey: Survey | null;
  readonly groups: readonly (CheckGroup & { readonly findings: readonly MemoryFinding[] })[];
  /** One check alone is shown. */
  readonly isAlone: boolean;
  readonly after: number;
  readonly limit: number;
  readonly now: number;
  readonly notice: Notice | null;
}

export function memoryChecksPage(ui: Ui, input: MemoryChecksInput): MemoryChecksPage {
  const { memory, survey, groups, isAlone, after, limit } = input;
  const found = survey === null ? null : checksOf(survey);
  const home = survey === null ? '' : surveyHref(survey);
  const alone = isAlone ? groups[0] : undefined;
  const own = alone === undefined ? '' : `${home}?check=${encodeURIComponent(alone.check)}`;
  const all = Object.values(found?.counts.findings ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('upkeep:checks'),
    backHref: `/memories/${memory.id}`,
    memoryName: memory.name,
    notice: noticeView(ui, input.notice),
    action: surveyHome(memory.id, 'checks'),
    pair: pairFields(ui, memory, found?.pair ?? null),
    going: survey && surveyView(ui, survey, 0, input.now),
    facts: survey === null ? [] : surveyFacts(ui, survey),
    summary: found === null ? '' : ui.t('upkeep:check-summary', { count: all, units: found.counts.checked }),
    allHref: isAlone ? home : '',
    groups: groups.map((group) => groupView(ui, group, home, isAlone)),
    firstHref: alone !== undefined && after > 0 ? own : '',
    nextHref: alone !== undefined && after + limit < alone.kept ? `${own}&after=${after + limit}` : '',
  };
}

function groupView(
  ui: Ui,
  { check, severity, count, kept, findings }: MemoryChecksInput['groups'][number],
  home: string,
  isAlone: boolean,
): GroupView {
  const facts = [
    ui.t(`problems:severity-${severity}`),
    ui.t('findings:count', { count }),
    kept < count ? ui.t('upkeep:kept', { count: kept }) : '',
  ];
  return {
    check,
    title: ui.check(check, 'title'),
    facts: ui.facts(facts),
    why: ui.check(check, 'why'),
    rows: findings.map(({ tu, source, text, message, values, target, isMended }) => ({
      href: tuHref(tu.memory, tu.id),
      label: ui.t('upkeep:unit', { number: tu.id }),
      message: ui.check(check, message, values),
      isMended,
      texts: [tuvView(ui, source, []), tuvView(ui, text, isMended || target === null ? [] : [target])],
    })),
    more: ui.t('findings:more', { count: kept }),
    moreHref: !isAlone && findings.length < kept ? `${home}?check=${encodeURIComponent(check)}` : '',
  };
}
