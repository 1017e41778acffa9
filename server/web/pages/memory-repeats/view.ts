/** What repeats in a memory, by group: duplicates, sources with several targets, targets with several sources. */
import { REPEAT_TOPICS, type RepeatTopic } from '../../../core/memory/repeats.ts';
import type { Memory, MemoryAct } from '../../../store/memory-store.ts';
import type { Survey } from '../../../store/survey-store.ts';
import { repeatsOf, type RepeatGroup } from '../../../usecases/memory-repeats.ts';
import { actView, type ActView } from '../../act-view.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { pairFields, type PairFields } from '../../pair-fields.ts';
import { surveyFacts, surveyHome, surveyHref, surveyView, type SurveyView } from '../../survey-view.ts';
import { tuView, tuvView, type TuvView, type TuView } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';

export interface MemoryRepeatsPage extends Page {
  readonly backHref: string;
  readonly memoryName: string;
  readonly notice: NoticeView | null;
  readonly action: string;
  readonly pair: PairFields;
  readonly byContext: boolean;
  readonly going: SurveyView | null;
  readonly facts: readonly string[];
  /** [] where nothing was looked for yet. */
  readonly topics: readonly {
    readonly name: string;
    readonly href: string;
    readonly isShown: boolean;
  }[];
  readonly why: string;
  readonly act: ActView | null;
  /** What was done, or ''. */
  readonly done: string;
  readonly back: string;
  /** '' where nothing may be merged. */
  readonly mergeAction: string;
  readonly groups: readonly GroupView[];
  readonly none: string;
  readonly firstHref: string;
  readonly nextHref: string;
}

interface GroupView {
  readonly name: string;
  readonly common: TuvView;
  readonly units: readonly TuView[];
  readonly more: string;
}

export interface MemoryRepeatsInput {
  readonly memory: Memory;
  readonly survey: Survey | null;
  readonly topic: RepeatTopic;
  readonly after: number;
  readonly limit: number;
  readonly groups: readonly RepeatGroup[];
  readonly act: MemoryAct | null;
  readonly wanted: number;
  readonly now: number;
  readonly notice: Notice | null;
}

export function memoryRepeatsPage(ui: Ui, input: MemoryRepeatsInput): MemoryRepeatsPage {
  const { memory, survey, topic, after, limit, act } = input;
  const found = survey === null ? null : repeatsOf(survey);
  const isShown = survey !== null && survey.state !== 'looking';
  const count = found?.counts[topic].groups ?? 0;
  const home = survey === null ? '' : surveyHref(survey);
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('upkeep:repeats'),
    backHref: `/memories/${memory.id}`,
    memoryName: memory.name,
    notice: noticeView(ui, input.notice),
    action: surveyHome(memory.id, 'repeats'),
    pair: pairFields(ui, memory, found?.question ?? null),
    byContext: found?.question.byContext === true,
    going: survey && surveyView(ui, survey, input.wanted, input.now),
    facts: survey === null ? [] : surveyFacts(ui, survey),
    topics:
      found === null || !isShown
        ? []
        : REPEAT_TOPICS.map((each) => ({
            name: ui.t(`upkeep:topic-${each}`, { count: found.counts[each].groups }),
            href: `${home}?topic=${each}`,
            isShown: each === topic,
          })),
    why: ui.t(`upkeep:why-${topic}`),
    act: act === null ? null : actView(ui, act),
    done:
      survey?.state === 'done'
        ? ui.t('upkeep:merged', { changed: survey.changed, skipped: survey.skipped })
        : '',
    back: home,
    mergeAction: topic === 'duplicates' && survey?.state === 'ready' && count > 0 ? `${home}/merge` : '',
    groups: input.groups.map((group) => groupView(ui, topic, group)),
    none: isShown && input.groups.length === 0 ? ui.t(count === 0 ? 'upkeep:none' : 'upkeep:none-left') : '',
    firstHref: after > 0 ? `${home}?topic=${topic}` : '',
    nextHref: after + limit < count ? `${home}?topic=${topic}&after=${after + limit}` : '',
  };
}

function groupView(ui: Ui, topic: RepeatTopic, { number, common, tus, hasMore }: RepeatGroup): GroupView {
  return {
    name: ui.t('upkeep:group', { number }),
    common: tuvView(ui, common, []),
    units: tus.map(({ tu, source, target }) =>
      tuView(ui, tu, [{ tuv: topic === 'sources' ? source : target, spans: [] }]),
    ),
    more: hasMore ? ui.t('upkeep:group-more', { count: tus.length }) : '',
  };
}
