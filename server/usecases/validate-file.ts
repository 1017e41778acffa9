/** A file held to the specification of its format. */
import { problem, type Problem } from '../core/problem.ts';
import { detectFormat } from '../formats/detect.ts';

export interface ValidateFileInput {
  readonly bytes: Uint8Array;
  /** Its extension helps to tell the format. */
  readonly fileName: string;
  /** By the strict flavour, where the specification has one (XLIFF 1.2). */
  readonly strict: boolean;
}

export interface Validation {
  /** The format's name (`XLIFF 1.2`); null where the file is of none. */
  readonly format: string | null;
  readonly problems: readonly Problem[];
}

/** Everything that is wrong with it; `format-cannot` where its format has no specification to hold it to. */
export function validateFile({ bytes, fileName, strict }: ValidateFileInput): Validation {
  if (bytes.length === 0) return { format: null, problems: [problem('file-empty')] };
  const format = detectFormat(bytes, fileName);
  if (format === null)
    return { format: null, problems: [problem('format-unknown', null, { file: fileName })] };
  const problems = format.validate?.(bytes, { strict }) ?? [
    problem('format-cannot', null, { format: format.name }),
  ];
  return { format: format.name, problems };
}
