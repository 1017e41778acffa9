/** `/api/zawgyi`: whether a text that somebody pasted is Zawgyi, and what it is in Unicode. Nothing is kept. */
import { Router } from 'express';
import { isZawgyi, zawgyiProbability, zawgyiToUnicode } from '../../core/text/zawgyi.ts';
import { zawgyiBody } from './requests.ts';

export function zawgyiApi(): Router {
  const router = Router();
  router.post('/', (req, res) => {
    const { text } = zawgyiBody.parse(req.body);
    const converted = isZawgyi(text) ? zawgyiToUnicode(text) : null;
    res.json({ probability: zawgyiProbability(text), converted });
  });
  return router;
}
