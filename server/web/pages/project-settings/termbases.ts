/** The termbases of a project, in their order, as a section of its settings; the form works without scripts. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { termbaseId, type ProjectId } from '../../../store/ids.ts';
import type { ProjectTermbase, Termbase } from '../../../store/term-store.ts';
import { setProjectTermbases, type ProjectTermbases } from '../../../usecases/project-termbases.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm, textList, typedNumber } from '../../form.ts';
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
  /** '' where it is not used. */
  readonly order: string;
}

export function projectTermbasesView(
  ui: Ui,
  project: ProjectId,
  { used, others }: ProjectTermbases,
): ProjectTermbasesView {
  const row = ({ id, name, concepts }: Termbase): Pick<RowView, 'id' | 'href' | 'name' | 'facts'> => ({
    id,
    href: `/termbases/${id}`,
    name,
    facts: ui.t('terms:concepts-count', { count: concepts }),
  });
  return {
    action: `/projects/${project}/settings/termbases`,
    namesHref: `/projects/${project}/names`,
    rows: [
      ...used.map(({ details, writable }, index) => ({
        ...row(details),
        used: true,
        writable,
        order: String(index + 1),
      })),
      ...others.map((each) => ({ ...row(each), used: false, writable: false, order: '' })),
    ],
  };
}

/** Lists of the same length, but for the boxes that are ticked, which name their termbase. */
const form = z.object({ termbase: textList, order: textList, use: textList, writable: textList });

/** Those that are used, by their numbers; equal and missing ones as they stood. */
function readForm(fields: z.output<typeof form>): readonly ProjectTermbase[] {
  return fields.termbase
    .map((id, index) => ({ id, index, order: typedNumber(fields.order[index] ?? '') ?? Infinity }))
    .filter(({ id }) => STORE_NUMBER.test(id) && fields.use.includes(id))
    .sort((a, b) => (a.order === b.order ? a.index - b.index : a.order - b.order))
    .map(({ id }) => ({ termbase: termbaseId(Number(id)), writable: fields.writable.includes(id) }));
}

export function projectTermbasesRoutes(web: Web): Router {
  const router = express.Router();

  router.post('/projects/:id/settings/termbases', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const termbases = readForm(parseForm(form, req.body));
    if (!params.success || !(await setProjectTermbases(web.usecases, params.data.id, termbases))) {
      next();
      return;
    }
    const path = `/projects/${params.data.id}/settings`;
    res.redirect(303, web.notices.leave(path, { key: 'terms:did-set-project' }));
  });

  return router;
}
