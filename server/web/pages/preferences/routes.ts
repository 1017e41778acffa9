/** Language and name, kept in two cookies. */
import express, { type CookieOptions, type Router } from 'express';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { LANGUAGE_COOKIE, NAME_COOKIE } from '../../request.ts';
import { preferencesForm } from './form.ts';
import { preferencesPage } from './view.ts';

const COOKIE: CookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 400 * 24 * 60 * 60 * 1000, // the longest that browsers keep one
};

export function preferencesRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/preferences', (req, res) => {
    web.render(res, 'preferences', preferencesPage(web.ui(req)));
  });

  router.post('/preferences', (req, res) => {
    const { language, name, back } = parseForm(preferencesForm, req.body);
    if (language !== undefined) res.cookie(LANGUAGE_COOKIE, language, COOKIE);
    if (name !== undefined) res.cookie(NAME_COOKIE, name, COOKIE);
    res.redirect(303, back);
  });

  return router;
}
