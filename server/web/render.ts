/**
 * Typed EJS: a page is rendered to a string and set into the layout. Templates see one object, `view`, whose type
 * their first line names; scripts/check-views.ts holds each template to it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import type { Response } from 'express';
import { renderedHtml, type SafeHtml } from './safe-html.ts';
import type { Page } from './page.ts';
import type { PageName, PageViews } from './views.ts';

/** Answers with a page; set another status on `res` before. */
export type Render = <Name extends PageName>(res: Response, name: Name, view: PageViews[Name]) => void;

/** The view of views/layouts/base.ejs. */
export interface BaseLayout extends Page {
  readonly name: PageName;
  readonly body: SafeHtml;
}

/** How every template is compiled, here and in the check of the views. */
export const TEMPLATE_OPTIONS = { strict: true, localsName: 'view', _with: false } as const;

type Template = (view: object) => string;

export function createRender(viewsFolder: string): Render {
  const templates = new Map<string, Template>();
  const template = (path: string): Template => {
    const known = templates.get(path);
    if (known) return known;
    const compiled = compile(viewsFolder, path);
    templates.set(path, compiled);
    return compiled;
  };
  return (res, name, view) => {
    const body = renderedHtml(template(`pages/${name}.ejs`)(view));
    const { ui, title, isRefused, layout, stylesheet } = view;
    const base: BaseLayout = {
      ui,
      title,
      name,
      body,
      ...(isRefused === undefined ? {} : { isRefused }),
      ...(layout === undefined ? {} : { layout }),
      ...(stylesheet === undefined ? {} : { stylesheet }),
    };
    res.set('Cache-Control', 'no-cache').vary('Cookie').vary('Accept-Language');
    res.type('html').send(template('layouts/base.ejs')(base));
  };
}

function compile(viewsFolder: string, path: string): Template {
  const filename = join(viewsFolder, path);
  return ejs.compile(readFileSync(filename, 'utf8'), {
    ...TEMPLATE_OPTIONS,
    filename,
    root: viewsFolder,
    cache: true,
  });
}
