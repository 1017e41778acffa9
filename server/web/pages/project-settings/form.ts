/** What the settings of a project send. */
import { z } from 'zod';
import { textList } from '../../form.ts';
import { singleLine } from '../../single-line.ts';

export const projectSettingsForm = z.object({
  name: singleLine(200).default(''),
  author: singleLine(300).default(''),
  licence: singleLine(300).default(''),
  origin: singleLine(1000).default(''),
  targetLanguages: textList,
  targetLanguagesOther: singleLine(400).default(''),
});

export type ProjectSettingsForm = z.output<typeof projectSettingsForm>;
