/** What the checks found in a translation, by check; what is ignored and switched off, by whom and why. */
import type { CheckSeverity } from '../../../core/qa/check.ts';
import type { Reported } from '../../../core/qa/run-checks.ts';
import { directionOf, primaryOf, type Direction } from '../../../core/text/language.ts';
import type { Decision } from '../../../store/project.ts';
import type { DocumentCheck, FoundInSegment } from '../../../usecases/check-document.ts';
import { previewFixes } from '../../../usecases/fix-findings.ts';
import { contentView, type ContentPiece } from '../../content-view.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';

export interface FindingsPage extends Page {
  readonly notice: NoticeView | null;
  readonly summary: string;
  readonly backHref: string;
  readonly href: string;
  readonly target: { readonly tag: string; readonly direction: Direction };
  readonly source: { readonly tag: string; readonly direction: Direction };
  readonly groups: readonly GroupView[];
  /** Of the one check that is shown alone; null where all are, or nothing can be mended. */
  readonly fix: FixView | null;
  readonly off: readonly DecidedView[];
  readonly ignored: readonly (DecidedView & { readonly segment: number; readonly finding: string })[];
  readonly settings: readonly SettingView[];
}

interface GroupView {
  readonly check: string;
  readonly title: string;
  readonly severity: CheckSeverity;
  readonly facts: string;
  readonly why: string;
  readonly rows: readonly RowView[];
  /** '' where all are shown. */
  readonly moreHref: string;
  readonly more: string;
  /** '' where nothing can be mended. */
  readonly fixHref: string;
}

interface RowView {
  readonly segment: number;
  readonly finding: string;
  readonly label: string;
  readonly href: string;
  readonly message: string;
  readonly source: readonly ContentPiece[];
  readonly target: readonly ContentPiece[];
}

interface FixView {
  readonly check: string;
  readonly heading: string;
  readonly shown: string;
  readonly button: string;
  readonly rows: readonly {
    readonly label: string;
    readonly before: readonly ContentPiece[];
    readonly after: readonly ContentPiece[];
  }[];
}

interface DecidedView {
  readonly check: string;
  readonly title: string;
  readonly facts: string;
}

interface SettingView {
  readonly name: 'digits' | 'ezafe';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string; readonly chosen: boolean }[];
}

/** Of each check, where all are shown; of one shown alone. */
const FEW = 5;
const MANY = 200;

const ORDER: readonly CheckSeverity[] = ['error', 'warning', 'note'];

export function findingsPage(
  ui: Ui,
  at: Translation,
  checked: DocumentCheck,
  { check, notice }: { readonly check: string | null; readonly notice: Notice | null },
): FindingsPage {
  const back = `/documents/${at.document.id}`;
  const href = `${back}/${at.language}/findings`;
  const directions = {
    source: directionOf(at.project.sourceLanguage),
    target: directionOf(at.language),
  };
  const groups = groupsOf(ui, checked, { back: `${back}/${at.language}`, href, only: check, ...directions });
  const count = checked.found.reduce((sum, { findings }) => sum + findings.length, 0);
  const language = ui.languageName(at.language);
  return {
    ui,
    title: ui.t('findings:title', { language }),
    notice: noticeView(ui, notice),
    summary: ui.t('findings:summary', { count, segments: checked.segments, file: at.document.fileName }),
    backHref: check === null ? back : href,
    href,
    target: { tag: at.language, direction: directions.target },
    source: { tag: at.project.sourceLanguage, direction: directions.source },
    groups,
    fix: check === null ? null : fixView(ui, checked, check, directions.target),
    off: checked.rules.off.map(({ check: id, ...decision }) => decided(ui, id, decision)),
    ignored: checked.ignored.map(({ segment, finding, ...decision }) => ({
      ...decided(ui, finding.split('\u001f')[0] ?? '', decision),
      segment,
      finding,
    })),
    settings: settingsOf(ui, at, checked),
  };
}

/** Where the groups are shown. */
interface Place {
  readonly back: string;
  readonly href: string;
  readonly only: string | null;
  readonly source: Direction;
  readonly target: Direction;
}

function groupsOf(ui: Ui, { found }: DocumentCheck, at: Place): readonly GroupView[] {
  const byCheck = new Map<string, { readonly at: FoundInSegment; readonly finding: Reported }[]>();
  for (const each of found) {
    for (const finding of each.findings) {
      if (at.only !== null && finding.check !== at.only) continue;
      const group = byCheck.get(finding.check);
      if (group === undefined) byCheck.set(finding.check, [{ at: each, finding }]);
      else group.push({ at: each, finding });
    }
  }
  return [...byCheck]
    .map(([check, all]) => groupView(ui, check, all, at))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function groupView(
  ui: Ui,
  check: string,
  all: readonly { readonly at: FoundInSegment; readonly finding: Reported }[],
  at: Place,
): GroupView {
  const shown = all.slice(0, at.only === null ? FEW : MANY);
  const own = `${at.href}?check=${encodeURIComponent(check)}`;
  const severity = all[0]?.finding.severity ?? 'note';
  const isAlone = at.only !== null;
  return {
    check,
    title: ui.check(check, 'title'),
    severity,
    facts: `${ui.t(`problems:severity-${severity}`)} · ${ui.t('findings:count', { count: all.length })}`,
    why: ui.check(check, 'why'),
    moreHref: shown.length < all.length && !isAlone ? own : '',
    more: ui.t('findings:more', { count: all.length }),
    fixHref: !isAlone && all.some(({ finding }) => finding.fix !== undefined) ? `${own}#fix` : '',
    rows: shown.map(({ at: { segment }, finding }) => ({
      segment: segment.key,
      finding: finding.key,
      label: ui.t('findings:segment', { position: segment.position }),
      href: `${at.back}?segment=${segment.position}`,
      message: ui.check(check, finding.message ?? 'message', finding.values),
      source: contentView(segment.source, at.source),
      target: contentView(segment.current?.target ?? [], at.target),
    })),
  };
}

function fixView(ui: Ui, checked: DocumentCheck, check: string, direction: Direction): FixView | null {
  const fixes = previewFixes(checked, check).slice(0, MANY);
  if (fixes.length === 0) return null;
  return {
    check,
    heading: ui.t('findings:fix-heading'),
    shown: fixes.map(({ segment, version }) => `${segment.key}:${version}`).join(','),
    button: ui.t('findings:fix-all', { count: fixes.length }),
    rows: fixes.map(({ segment, before, after }) => ({
      label: ui.t('findings:segment', { position: segment.position }),
      before: contentView(before, direction),
      after: contentView(after, direction),
    })),
  };
}

function decided(ui: Ui, check: string, { author, at, reason }: Decision): DecidedView {
  const who = author === '' ? ui.t('receipt:nobody') : author;
  return { check, title: ui.check(check, 'title'), facts: ui.facts([who, ui.date(at), reason]) };
}

function settingsOf(ui: Ui, at: Translation, { rules }: DocumentCheck): readonly SettingView[] {
  const { digits = '', ezafe = '' } = rules.settings;
  const setting = (
    name: SettingView['name'],
    chosen: string,
    values: readonly [string, string][],
  ): SettingView => ({
    name,
    label: ui.t(`findings:${name}`),
    options: values.map(([value, text]) => ({ value, name: text, chosen: value === chosen })),
  });
  const unset: [string, string] = ['', ui.t('findings:no-rule')];
  const all = [
    setting('digits', digits, [
      unset,
      ['native', ui.t('findings:digits-native')],
      ['latin', ui.t('findings:digits-latin')],
    ]),
    setting('ezafe', ezafe, [unset, ['hamza', 'خانهٔ'], ['yeh', 'خانه‌ی'], ['composed', 'خانۀ']]),
  ];
  return primaryOf(at.language) === 'fa' ? all : all.slice(0, 1);
}
