/** Plain text as a list of translations: one line for each segment, in the order of the document. */
import type { ListResult, TranslationList } from '../format.ts';
import { decodeText } from '../shared/decode.ts';

export const textLines: TranslationList = {
  id: 'text-lines',
  name: 'Plain text',
  extensions: ['.txt'],
  probe: (head, fileName) => (fileName.toLowerCase().endsWith('.txt') && !head.includes(0) ? 0.6 : 0),
  read: readLines,
};

/** A line end after the last line ends it, and begins none. */
function readLines(bytes: Uint8Array): ListResult {
  const decoding = decodeText(bytes);
  if ('problem' in decoding) return { list: null, problems: [decoding.problem] };
  const lines = decoding.decoded.text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return { list: { kind: 'lines', lines }, problems: [] };
}
