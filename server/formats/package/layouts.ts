/**
 * What is known of the packages that tools make: which of their files are to be translated, and into which language
 * where the file's place says it. A package of no known kind is a folder of XLIFF files.
 */
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';

export interface PackageLayout {
  /** For people; not translated. */
  readonly name: string;
  /** Whether a package of these files is of this kind. */
  recognises(names: readonly string[]): boolean;
  /** Whether the file, which may be XLIFF by its name, is one to translate. */
  holds(name: string): boolean;
  /** The language that the file's place stands for, or null. */
  languageOf(name: string): LanguageTag | null;
}

/** The project file at the root, and a folder for each language, the source's too. */
const trados: PackageLayout = {
  name: 'Trados Studio package',
  recognises: (names) => names.some((name) => /^[^/]+\.sdlproj$/iu.test(name)),
  holds: (name) => /\.sdlxliff$/iu.test(name),
  languageOf: (name) => languageIn(name.split('/').at(-2)),
};

/** `fa.xcloc/Localized Contents/fa.xliff`; what stands in `Source Contents` is for looking at. */
const xcode: PackageLayout = {
  name: 'Xcode localization catalog',
  recognises: (names) => names.some((name) => /(?:^|\/)Localized Contents\/[^/]+\.xliff$/iu.test(name)),
  holds: (name) => /(?:^|\/)Localized Contents\//iu.test(name),
  languageOf: (name) => languageIn(/([^/]+)\.xliff$/iu.exec(name)?.[1]),
};

const anyFolder: Omit<PackageLayout, 'name' | 'recognises'> = {
  holds: () => true,
  languageOf: () => null,
};

const memoq: PackageLayout = {
  ...anyFolder,
  name: 'memoQ package',
  recognises: (names) => names.some((name) => /(?:^|\/)document\.mqxliff$/iu.test(name)),
};

const xlz: PackageLayout = {
  ...anyFolder,
  name: 'XLZ package',
  recognises: (names) => names.includes('content.xlf') && names.includes('skeleton.skl'),
  // A skeleton may itself be XLIFF, under any name.
  holds: (name) => name === 'content.xlf',
};

const folder: PackageLayout = { ...anyFolder, name: 'XLIFF package', recognises: () => true };

const LAYOUTS: readonly PackageLayout[] = [trados, xcode, memoq, xlz];

export function layoutOf(names: readonly string[]): PackageLayout {
  return LAYOUTS.find((layout) => layout.recognises(names)) ?? folder;
}

function languageIn(name: string | undefined): LanguageTag | null {
  return name === undefined || !/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u.test(name)
    ? null
    : parseLanguageTag(name);
}
