/**
 * A package: a zip file with XLIFF files in it, as CAT tools send them (`.sdlppx`, `.mqxlz`, `.xlz`, `.xcloc`) or as
 * people pack them. It is one document, whose units are those of its XLIFF files into one language. Writing splices
 * each file and packs it again; all other entries keep their bytes.
 */
import { problem } from '../../core/problem.ts';
import type { BilingualFormat } from '../format.ts';
import { readPackage } from './read.ts';
import { validatePackage } from './validate.ts';
import { writePackage } from './write.ts';

const EXTENSIONS = ['.zip', '.xlz', '.sdlppx', '.sdlrpx', '.mqxlz', '.xcloc'];

/** `formats` are those that its files may be of. */
export function xliffPackage(formats: readonly BilingualFormat[]): BilingualFormat {
  return {
    kind: 'bilingual',
    id: 'xliff-package',
    name: 'XLIFF package',
    extensions: EXTENSIONS,
    mediaType: 'application/zip',
    switches: [],
    profiles: [],
    probe(head, fileName) {
      const isNamed = EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each));
      const isZip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
      if (isZip) return isNamed ? 1 : 0.5;
      return isNamed ? 0.2 : 0;
    },
    read: (bytes, options) => readPackage(bytes, formats, options),
    write: (bytes, updates, options) => writePackage(bytes, formats, updates, options),
    validate: (bytes, options) => validatePackage(bytes, formats, options),
    make: () => ({ bytes: null, problems: [problem('format-cannot', null, { format: 'XLIFF package' })] }),
  };
}
