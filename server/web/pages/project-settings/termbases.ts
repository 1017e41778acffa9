/** The termbases of a project, in their order, as a section of its settings; the form works without scripts. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { termbaseId, type ProjectId, type TermbaseId } from '../../../store/ids.ts';
import type { ProjectTermbase, Termbase } from '../../../store/term-store.ts';
import { setProjectTermbases, type ProjectTermbases } from '../../../usecases/project-termbases.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm, textList } from '../../form.ts';
import {
  inTypedOrder,
  numberField,
  NOTHING_TYPED,
  ORDER,
  readNumberField,
  writeNumber,
  type NumberField,
  type TypedNumber,
} from '../../number-field.ts';
import { projectParams, STORE_NUMBER } from '../../params.ts';
import type { Ui } from '../../ui.ts';

export interface ProjectTermbasesView {
  readonly action: string;
  readonly namesHref: string;
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly id: number;
  readonly href: string;
  readonly name: string;
  readonly facts: string;
  readonly used: boolean;
  readonly writable: boolean;
  readonly order: NumberField;
}

/** `sent`: the form as it is given back for correction. */
export function projectTermbasesView(
  ui: Ui,
  project: ProjectId,
  { used, others }: ProjectTermbases,
  sent: SentTermbases | null,
): ProjectTermbasesView {
  const wrong = sent === null ? null : firstWrong(sent);
  const row = (
    { id, name, concepts }: Termbase,
    how: { readonly used: boolean; readonly writable: boolean; readonly order: number | null },
  ): RowView => {
    const typed = sent?.find(({ termbase }) => termbase === id) ?? null;
    return {
      id,
      href: `/termbases/${id}`,
      name,
      facts: ui.t('terms:concepts-count', { count: concepts }),
      used: typed?.used ?? how.used,
      writable: typed?.writable ?? how.writable,
      order: numberField(ui, {
        ...{ id: `termbase-order-${id}`, name: 'order', kind: 'whole', value: writeNumber(ui, how.order) },
        ...{ typed: typed?.order ?? null, hasFocus: typed !== null && typed.order === wrong },
      }),
    };
  };
  return {
    action: `/projects/${project}/settings/termbases`,
    namesHref: `/projects/${project}/names`,
    rows: [
      ...used.map(({ details, writable }, index) => row(details, { used: true, writable, order: index + 1 })),
      ...others.map((each) => row(each, { used: false, writable: false, order: null })),
    ],
  };
}

/** Lists of the same length, but for the boxes that are ticked, which name their termbase. */
const form = z.object({ termbase: textList, order: textList, use: textList, writable: textList });

interface SentTermbase {
  readonly termbase: TermbaseId;
  readonly used: boolean;
  readonly writable: boolean;
  readonly order: TypedNumber;
}

/** The form as it was sent. */
export type SentTermbases = readonly SentTermbase[];

/** What is typed of a termbase that is not used stands for nothing, and is not looked at. */
function readForm(fields: z.output<typeof form>): SentTermbases {
  return fields.termbase.flatMap((id, index) => {
    if (!STORE_NUMBER.test(id)) return [];
    const used = fields.use.includes(id);
    const text = fields.order[index] ?? '';
    const order = used ? readNumberField(text, ORDER) : { ...NOTHING_TYPED, text };
    return [{ termbase: termbaseId(Number(id)), used, writable: fields.writable.includes(id), order }];
  });
}

function firstWrong(sent: SentTermbases): TypedNumber | null {
  return sent.find(({ order }) => order.problem !== null)?.order ?? null;
}

/** Those that are used, by their numbers. */
function chosen(sent: SentTermbases): readonly ProjectTermbase[] {
  return inTypedOrder(sent.filter(({ used }) => used)).map(({ termbase, writable }) => ({
    termbase,
    writable,
  }));
}

/** `refuse`: shows the settings with what was sent. */
export function projectTermbasesRoutes(
  web: Web,
  refuse: (req: Request, res: Response, next: NextFunction, sent: SentTermbases) => Promise<void>,
): Router {
  const router = express.Router();

  router.post('/projects/:id/settings/termbases', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const sent = readForm(parseForm(form, req.body));
    if (params.success && firstWrong(sent) !== null) {
      await refuse(req, res, next, sent);
      return;
    }
    if (!params.success || !(await setProjectTermbases(web.usecases, params.data.id, chosen(sent)))) {
      next();
      return;
    }
    const path = `/projects/${params.data.id}/settings`;
    res.redirect(303, web.notices.leave(path, { key: 'terms:did-set-project' }));
  });

  return router;
}
