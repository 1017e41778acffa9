/**
 * Receives a form with a file, in memory and no larger than the limit. What is wrong with it is told as a
 * problem, together with the fields that came before the file.
 */
import type { Request, Response } from 'express';
import multer from 'multer';
import { problem, type Problem } from '../core/problem.ts';
import { cleanFileName } from '../core/text/file-name.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Upload {
  /** null where no file was chosen, or where it was refused. */
  readonly file: UploadedFile | null;
  /** The other file of a form that has two. */
  readonly other: UploadedFile | null;
  /** As sent; to be parsed. */
  readonly fields: unknown;
  readonly problems: readonly Problem[];
}

/** Fields are short texts, so these bounds are far from what a form sends. */
const FIELDS = { fields: 200, fieldSize: 20_000, fieldNameSize: 100, parts: 202 };

export type ReceiveUpload = (req: Request, res: Response) => Promise<Upload>;

/** `limit` in bytes. Throws only where the request is no form at all or its connection breaks. */
export function uploadReceiver(fieldName: string, limit: number, otherName?: string): ReceiveUpload {
  const names = [fieldName, ...(otherName === undefined ? [] : [otherName])];
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limit, files: names.length, ...FIELDS },
    defParamCharset: 'utf8',
  }).fields(names.map((name) => ({ name, maxCount: 1 })));
  return (req, res) =>
    new Promise((resolve, reject) => {
      receive(req, res, (error: unknown) => {
        const fields: unknown = req.body;
        if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') {
          // The whole request stands for the file: it was not read to its end.
          const size = Number(req.get('content-length') ?? limit);
          resolve({
            file: null,
            other: null,
            fields,
            problems: [problem('file-too-large', null, { limit, size })],
          });
        } else if (error !== undefined && error !== null) {
          reject(Object.assign(new Error('malformed form', { cause: error }), { status: 400 }));
        } else {
          const fileNamed = (name: string | undefined): UploadedFile | null =>
            name === undefined || Array.isArray(req.files) ? null : fileOf(req.files?.[name]?.[0]);
          resolve({ file: fileNamed(fieldName), other: fileNamed(otherName), fields, problems: [] });
        }
      });
    });
}

/** A browser sends an empty part without a name where nothing was chosen. */
function fileOf(file: Express.Multer.File | undefined): UploadedFile | null {
  if (file === undefined || (file.size === 0 && file.originalname === '')) return null;
  const name = cleanFileName(file.originalname);
  return { fileName: name === '' ? 'document' : name, bytes: file.buffer };
}
