/** The memories of a project, in their order, as a section of its settings; the form works without scripts. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { problem } from '../../../core/problem.ts';
import { PROPAGATIONS, type Propagation } from '../../../store/living-store.ts';
import { memoryId, type MemoryId, type ProjectId } from '../../../store/ids.ts';
import type { Memory, ProjectMemory } from '../../../store/memory-store.ts';
import { setProjectMemories, type ProjectMemories } from '../../../usecases/set-project-memories.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm, textList } from '../../form.ts';
import { nameField, type NameField } from '../../name-field.ts';
import {
  inTypedOrder,
  NOTHING_TYPED,
  ORDER,
  numberField,
  readNumberField,
  writeNumber,
  type NumberBounds,
  type NumberField,
  type TypedNumber,
} from '../../number-field.ts';
import { projectParams, STORE_NUMBER } from '../../params.ts';
import { singleLine } from '../../single-line.ts';
import type { Ui } from '../../ui.ts';

const USES = ['none', 'read', 'write'] as const;
type Use = (typeof USES)[number];
const PENALTY: NumberBounds = { kind: 'whole', least: 0, most: 99, isPercent: true };

export interface ProjectMemoriesView {
  readonly action: string;
  readonly rows: readonly MemoryRow[];
  readonly propagation: readonly Choice[];
  readonly newMemory: NameField;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

interface MemoryRow {
  readonly id: number;
  readonly name: string;
  readonly facts: string;
  readonly uses: readonly Choice[];
  readonly useLabel: string;
  readonly order: NumberField;
  readonly penalty: NumberField;
}

/** `sent`: the form as it is given back for correction. */
export function projectMemoriesView(
  ui: Ui,
  project: ProjectId,
  { used, others, propagation }: ProjectMemories,
  sent: SentMemories | null,
): ProjectMemoriesView {
  const rows = [
    ...used.map(({ details, penalty, writable }, index) => ({
      details,
      ...{ use: writable ? ('write' as const) : ('read' as const), order: index + 1, penalty },
    })),
    ...others.map((details) => ({ details, use: 'none' as const, order: null, penalty: 0 })),
  ];
  return {
    action: `/projects/${project}/settings/memories`,
    rows: rows.map(({ details, ...how }) => row(ui, details, how, sent)),
    propagation: PROPAGATIONS.map((value) => ({
      value,
      label: ui.t(`matches:settings-propagation-${value}`),
      chosen: value === (sent?.propagation ?? propagation),
    })),
    newMemory: nameField(
      ui,
      { id: 'new-memory', name: 'newMemory', isRequired: false, value: sent?.newName ?? '' },
      sent?.isTaken === true
        ? { name: sent.newName, problems: [problem('memory-name-taken', null, { name: sent.newName })] }
        : null,
    ),
  };
}

function row(
  ui: Ui,
  { id, name, tus, languages }: Memory,
  how: { readonly use: Use; readonly order: number | null; readonly penalty: number },
  sent: SentMemories | null,
): MemoryRow {
  const names = languages.map(({ language }) => ui.languageName(language));
  const facts = [
    ui.t('matches:settings-size', { count: tus }),
    ...(names.length === 0 ? [] : [ui.list(names)]),
  ];
  const typed = sent?.rows.find((each) => each.memory === id) ?? null;
  const wrong = sent === null ? null : firstWrong(sent);
  const field = (part: 'order' | 'penalty'): NumberField =>
    numberField(ui, {
      ...{ id: `memory-${part}-${id}`, name: part, kind: 'whole', value: writeNumber(ui, how[part]) },
      ...{ typed: typed?.[part] ?? null, hasFocus: typed !== null && typed[part] === wrong },
    });
  return {
    id,
    name,
    facts: ui.facts(facts),
    uses: USES.map((value) => ({
      value,
      label: ui.t(`matches:settings-use-${value}`),
      chosen: value === (typed?.use ?? how.use),
    })),
    useLabel: ui.t('matches:settings-use-of', { memory: name }),
    order: field('order'),
    penalty: field('penalty'),
  };
}

/** Lists of the same length, a place for each memory. */
const form = z.object({
  memory: textList,
  use: textList,
  order: textList,
  penalty: textList,
  newMemory: singleLine(200).default(''),
  propagation: z.enum(PROPAGATIONS).default('document'),
});

interface SentRow {
  readonly memory: MemoryId;
  readonly use: Use;
  readonly order: TypedNumber;
  readonly penalty: TypedNumber;
}

/** The form as it was sent. */
export interface SentMemories {
  readonly rows: readonly SentRow[];
  readonly propagation: Propagation;
  readonly newName: string;
  /** Another memory has that name. */
  readonly isTaken: boolean;
}

/** What is typed of a memory that is not used stands for nothing, and is not looked at. */
function readForm(fields: z.output<typeof form>): SentMemories {
  const rows = fields.memory.flatMap((id, index): readonly SentRow[] => {
    if (!STORE_NUMBER.test(id)) return [];
    const use = USES.find((each) => each === fields.use[index]) ?? 'none';
    const typed = (texts: readonly string[], bounds: NumberBounds): TypedNumber => {
      const text = texts[index] ?? '';
      return use === 'none' ? { ...NOTHING_TYPED, text } : readNumberField(text, bounds);
    };
    const [order, penalty] = [typed(fields.order, ORDER), typed(fields.penalty, PENALTY)];
    return [{ memory: memoryId(Number(id)), use, order, penalty }];
  });
  return { rows, propagation: fields.propagation, newName: fields.newMemory.trim(), isTaken: false };
}

function firstWrong({ rows }: SentMemories): TypedNumber | null {
  return (
    rows.flatMap(({ order, penalty }) => [order, penalty]).find(({ problem }) => problem !== null) ?? null
  );
}

/** Those that are used, by their numbers; equal and missing ones as they stood. */
function chosen(rows: readonly SentRow[]): readonly ProjectMemory[] {
  return inTypedOrder(rows.filter(({ use }) => use !== 'none')).map(({ memory, use, penalty }) => ({
    memory,
    penalty: penalty.value ?? 0,
    writable: use === 'write',
  }));
}

/** `refuse`: shows the settings with what was sent. */
export function projectMemoriesRoutes(
  web: Web,
  refuse: (req: Request, res: Response, next: NextFunction, sent: SentMemories) => Promise<void>,
): Router {
  const router = express.Router();

  router.post('/projects/:id/settings/memories', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const sent = readForm(parseForm(form, req.body));
    if (params.success && firstWrong(sent) !== null) {
      await refuse(req, res, next, sent);
      return;
    }
    const { propagation, newName } = sent;
    const input = { memories: chosen(sent.rows), propagation, newName };
    const result = params.success ? await setProjectMemories(web.usecases, params.data.id, input) : null;
    if (!params.success || result === null || result.kind === 'not-found') {
      next();
      return;
    }
    if (result.kind === 'taken') {
      await refuse(req, res, next, { ...sent, isTaken: true });
      return;
    }
    const path = `/projects/${params.data.id}/settings`;
    res.redirect(303, web.notices.leave(path, { key: 'matches:settings-saved' }));
  });

  return router;
}
