/**
 * What the web part needs. The composition root gives `WebDependencies`; `Web` adds what createApp makes of it
 * for the pages: how a request's person is spoken to, and how a page is shown.
 */
import type { Request } from 'express';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { Notices } from './notices.ts';
import type { Receipts } from './receipts.ts';
import type { Render } from './render.ts';
import type { Ui } from './ui.ts';
import type { Undoings } from './undoings.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string, fields: Readonly<Record<string, unknown>>) => void;

export interface WebDependencies {
  readonly usecases: Dependencies;
  /** Folder that holds views/ and package.json; packages are found from it. */
  readonly root: string;
  /** Of this Recto. */
  readonly version: string;
  /** The compiled ES modules for the page (`dist/browser`). */
  readonly browserFolder: string;
  readonly log: Log;
  /** Host names (without port) that are answered to besides this machine's own. */
  readonly hosts?: readonly string[];
}

export interface Web extends WebDependencies {
  readonly ui: (req: Request) => Ui;
  readonly render: Render;
  readonly notices: Notices;
  readonly receipts: Receipts;
  readonly undoings: Undoings;
}
