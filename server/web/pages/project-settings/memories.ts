/** The memories of a project, in their order, as a section of its settings; the form works without scripts. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { PROPAGATIONS, type Propagation } from '../../../store/living-store.ts';
import { memoryId, type ProjectId } from '../../../store/ids.ts';
import type { Memory, ProjectMemory } from '../../../store/memory-store.ts';
import { setProjectMemories, type ProjectMemories } from '../../../usecases/set-project-memories.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm, textList, typedNumber } from '../../form.ts';
import { projectParams, STORE_NUMBER } from '../../params.ts';
import { singleLine } from '../../single-line.ts';
import type { Ui } from '../../ui.ts';

const USES = ['none', 'read', 'write'] as const;
const MOST_PENALTY = 99;

export interface ProjectMemoriesView {
  readonly action: string;
  readonly rows: readonly MemoryRow[];
  readonly propagation: readonly Choice[];
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
  /** '' where it is not used. */
  readonly order: string;
  readonly orderLabel: string;
  readonly penalty: number;
  readonly penaltyLabel: string;
}

export function projectMemoriesView(
  ui: Ui,
  project: ProjectId,
  { used, others, propagation }: ProjectMemories,
): ProjectMemoriesView {
  return {
    action: `/projects/${project}/settings/memories`,
    rows: [
      ...used.map(({ details, penalty, writable }, index) =>
        row(ui, details, { use: writable ? 'write' : 'read', order: String(index + 1), penalty }),
      ),
      ...others.map((each) => row(ui, each, { use: 'none', order: '', penalty: 0 })),
    ],
    propagation: PROPAGATIONS.map((value) => ({
      value,
      label: ui.t(`matches:settings-propagation-${value}`),
      chosen: value === propagation,
    })),
  };
}

function row(
  ui: Ui,
  { id, name, tus, languages }: Memory,
  how: { readonly use: (typeof USES)[number]; readonly order: string; readonly penalty: number },
): MemoryRow {
  const names = languages.map(({ language }) => ui.languageName(language));
  const facts = [
    ui.t('matches:settings-size', { count: tus }),
    ...(names.length === 0 ? [] : [ui.list(names)]),
  ];
  return {
    id,
    name,
    facts: ui.facts(facts),
    uses: USES.map((value) => ({
      value,
      label: ui.t(`matches:settings-use-${value}`),
      chosen: value === how.use,
    })),
    useLabel: ui.t('matches:settings-use-of', { memory: name }),
    order: how.order,
    orderLabel: ui.t('matches:settings-order-of', { memory: name }),
    penalty: how.penalty,
    penaltyLabel: ui.t('matches:settings-penalty-of', { memory: name }),
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

/** Those that are used, by their numbers; equal and missing ones as they stood. */
function chosen(fields: z.output<typeof form>): readonly ProjectMemory[] {
  return fields.memory
    .map((id, index) => ({
      id,
      index,
      use: fields.use[index],
      order: typedNumber(fields.order[index] ?? '') ?? Infinity,
      penalty: Math.min(typedNumber(fields.penalty[index] ?? '') ?? 0, MOST_PENALTY),
    }))
    .filter(({ id, use }) => STORE_NUMBER.test(id) && (use === 'read' || use === 'write'))
    .sort((a, b) => (a.order === b.order ? a.index - b.index : a.order - b.order))
    .map(({ id, use, penalty }) => ({ memory: memoryId(Number(id)), penalty, writable: use === 'write' }));
}

export function projectMemoriesRoutes(web: Web): Router {
  const router = express.Router();

  router.post('/projects/:id/settings/memories', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const fields = parseForm(form, req.body);
    const propagation: Propagation = fields.propagation;
    const input = { memories: chosen(fields), propagation, newName: fields.newMemory.trim() };
    const result = params.success ? await setProjectMemories(web.usecases, params.data.id, input) : null;
    if (!params.success || result === null || result.kind === 'not-found') {
      next();
      return;
    }
    const notice =
      result.kind === 'set'
        ? ({ key: 'matches:settings-saved' } as const)
        : ({ key: 'matches:settings-taken', values: { name: input.newName } } as const);
    res.redirect(303, web.notices.leave(`/projects/${params.data.id}/settings`, notice));
  });

  return router;
}
