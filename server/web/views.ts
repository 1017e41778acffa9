/** Every page and partial by the name of its template, with the type of what it shows. */
import type { ContentPiece } from './content-view.ts';
import type { AlignmentPage } from './pages/alignment/view.ts';
import type { AlignmentsPage } from './pages/alignments/view.ts';
import type { ConceptPage } from './pages/concept/view.ts';
import type { AnalysisPage } from './pages/analysis/view.ts';
import type { DeleteProjectPage } from './pages/delete-project/view.ts';
import type { DeleteTermbasePage } from './pages/delete-termbase/view.ts';
import type { DocumentPage } from './pages/document/view.ts';
import type { MatchPanelView } from './pages/editor/match-messages.ts';
import type { PiecesView, SegmentRowView } from './pages/editor/row-view.ts';
import type { EditorPage } from './pages/editor/view.ts';
import type { FindingsPage } from './pages/findings/view.ts';
import type { ImportPage } from './pages/import/view.ts';
import type { MachinePage } from './pages/machine/view.ts';
import type { MachineQuotePage } from './pages/machine-quote/view.ts';
import type { ConcordancePage } from './pages/concordance/view.ts';
import type { DeleteMemoryPage } from './pages/delete-memory/view.ts';
import type { MemoriesPage } from './pages/memories/view.ts';
import type { MemoryActsPage } from './pages/memory-acts/view.ts';
import type { MemoryPage } from './pages/memory/view.ts';
import type { MemoryChecksPage } from './pages/memory-checks/view.ts';
import type { MemoryRepeatsPage } from './pages/memory-repeats/view.ts';
import type { MemoryReplacePage } from './pages/memory-replace/view.ts';
import type { MemoryStatisticsPage } from './pages/memory-statistics/view.ts';
import type { MemoryUnitPage } from './pages/memory-unit/view.ts';
import type { NamesPage } from './pages/names/view.ts';
import type { NewProjectPage } from './pages/new-project/view.ts';
import type { PreferencesPage } from './pages/preferences/view.ts';
import type { ProjectTermbasesView } from './pages/project-settings/termbases.ts';
import type { PretranslationPage } from './pages/pretranslation/view.ts';
import type { ProjectMemoriesView } from './pages/project-settings/memories.ts';
import type { ProjectSettingsPage } from './pages/project-settings/view.ts';
import type { ProjectsPage } from './pages/projects/view.ts';
import type { TermbaseChangesPage } from './pages/termbase-changes/view.ts';
import type { TermbasePage } from './pages/termbase/view.ts';
import type { TermbasesPage } from './pages/termbases/view.ts';
import type { LinePiece } from '../core/text/line-pieces.ts';
import type { ActView } from './act-view.ts';
import type { ConceptView } from './concept-view.ts';
import type { NoticeView } from './notice-view.ts';
import type { NameField } from './name-field.ts';
import type { NumberField } from './number-field.ts';
import type { ErrorPage } from './pages/error/view.ts';
import type { LanguageFields } from './language-fields.ts';
import type { PairFields } from './pair-fields.ts';
import type { ProblemsPage } from './pages/problems/view.ts';
import type { ProblemView } from './problem-view.ts';
import type { ProgressView } from './progress-view.ts';
import type { SurveyView } from './survey-view.ts';
import type { TuvView } from './tu-view.ts';
import type { Ui } from './ui.ts';

/** Rendered by name into the layout: views/pages/<name>.ejs. */
export interface PageViews {
  alignment: AlignmentPage;
  alignments: AlignmentsPage;
  editor: EditorPage;
  concept: ConceptPage;
  concordance: ConcordancePage;
  'delete-memory': DeleteMemoryPage;
  analysis: AnalysisPage;
  'delete-project': DeleteProjectPage;
  'delete-termbase': DeleteTermbasePage;
  document: DocumentPage;
  error: ErrorPage;
  findings: FindingsPage;
  import: ImportPage;
  machine: MachinePage;
  'machine-quote': MachineQuotePage;
  memories: MemoriesPage;
  memory: MemoryPage;
  'memory-acts': MemoryActsPage;
  'memory-checks': MemoryChecksPage;
  'memory-repeats': MemoryRepeatsPage;
  'memory-replace': MemoryReplacePage;
  'memory-statistics': MemoryStatisticsPage;
  'memory-unit': MemoryUnitPage;
  names: NamesPage;
  'new-project': NewProjectPage;
  preferences: PreferencesPage;
  pretranslation: PretranslationPage;
  problems: ProblemsPage;
  'project-settings': ProjectSettingsPage;
  projects: ProjectsPage;
  termbase: TermbasePage;
  'termbase-changes': TermbaseChangesPage;
  termbases: TermbasesPage;
}

export type PageName = keyof PageViews;

/** Taken in by templates: include('/partials/<name>', …). Each gets its one object and nothing else. */
export interface PartialViews {
  '/partials/act': { readonly ui: Ui; readonly act: ActView; readonly back: string };
  '/partials/tu-text': { readonly text: TuvView };
  '/partials/pair-fields': { readonly ui: Ui; readonly pair: PairFields };
  '/partials/survey-progress': { readonly ui: Ui; readonly going: SurveyView };
  '/partials/concept-terms': { readonly concept: ConceptView };
  /** Text, in an element that has its language. */
  '/partials/lines': { readonly lines: readonly LinePiece[] };
  '/partials/content': { readonly pieces: readonly ContentPiece[] };
  '/partials/match-panel': MatchPanelView;
  '/partials/project-memories': { readonly ui: Ui; readonly memories: ProjectMemoriesView };
  '/partials/file-field': {
    readonly ui: Ui;
    readonly name: string;
    readonly id: string;
    /** '' where any file may be chosen. */
    readonly accept: string;
    /** Ids of what describes the field, or ''. */
    readonly describedBy: string;
    readonly isInvalid: boolean;
  };
  '/partials/language-fields': LanguageFields;
  '/partials/script-runs': { readonly ui: Ui; readonly text: string };
  '/partials/segment-pieces': PiecesView;
  '/partials/segment-row': SegmentRowView;
  '/partials/notice': { readonly ui: Ui; readonly notice: NoticeView | null };
  '/partials/name-field': NameField;
  '/partials/number-field': NumberField;
  '/partials/problem-list': { readonly ui: Ui; readonly problems: readonly ProblemView[] };
  '/partials/progress-bar': { readonly ui: Ui; readonly progress: ProgressView };
  '/partials/project-termbases': { readonly ui: Ui; readonly termbases: ProjectTermbasesView };
  '/partials/progress-table': { readonly ui: Ui; readonly progress: ProgressView; readonly caption: string };
}
