/**
 * Which free fonts set which script, as data: files of the @fontsource packages (all OFL-1.1) by their path in
 * node_modules. Reading them is not done here. Vazirmatn has whole letters, so a Persian page stays searchable
 * when it is printed to PDF; Padauk shapes every Burmese stack.
 */
import { scriptOf, type LanguageTag } from '../core/text/language.ts';
import type { EmbeddedFont } from './publisher.ts';

export interface FontFile {
  readonly family: string;
  readonly weight: EmbeddedFont['weight'];
  readonly style?: 'italic';
  /** `@fontsource/vazirmatn/files/….woff2` */
  readonly packagePath: string;
  /** CSS unicode-range, so that a page takes each character from one font. */
  readonly unicodeRange: string;
}

/** Ranges as the packages declare them for these subsets. */
const RANGES = {
  arabic:
    'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC',
  myanmar: 'U+1000-109F,U+200C-200D,U+25CC,U+A92E,U+A9E0-A9FE,U+AA60-AA7F,U+116D0-116E3',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

type Subset = keyof typeof RANGES;

function staticFiles(family: string, name: string, subsets: readonly Subset[]): readonly FontFile[] {
  return subsets.flatMap((subset) =>
    ([400, 700] as const).map((weight) => ({
      family,
      weight,
      packagePath: `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`,
      unicodeRange: RANGES[subset],
    })),
  );
}

function literata(subsets: readonly Subset[]): readonly FontFile[] {
  return subsets.flatMap((subset) =>
    (['normal', 'italic'] as const).map((style) => ({
      family: 'Literata',
      weight: '400 700',
      ...(style === 'italic' ? { style } : {}),
      packagePath: `@fontsource-variable/literata/files/literata-${subset}-wght-${style}.woff2`,
      unicodeRange: RANGES[subset],
    })),
  );
}

function filesOfLanguage(language: LanguageTag): readonly FontFile[] {
  switch (scriptOf(language)) {
    case 'Arab':
      return staticFiles('Vazirmatn', 'vazirmatn', ['arabic', 'latin']);
    case 'Mymr':
      return staticFiles('Padauk', 'padauk', ['myanmar', 'latin']);
    case 'Cyrl':
      return literata(['cyrillic', 'latin']);
    case 'Grek':
      return literata(['greek', 'latin']);
    case 'Latn':
      if (/^vi\b/.test(language)) return literata(['vietnamese', 'latin', 'latin-ext']);
      return literata(/^en\b/.test(language) ? ['latin'] : ['latin', 'latin-ext']);
    default:
      return literata(['latin']);
  }
}

/** The font files that set texts in these languages, each once, those of the first language first. */
export function fontFilesFor(languages: readonly LanguageTag[]): readonly FontFile[] {
  const files = languages.flatMap(filesOfLanguage);
  return [...new Map(files.map((file) => [file.packagePath, file])).values()];
}

/** The families for one language, its own script's first. */
export function fontFamiliesFor(language: LanguageTag): readonly string[] {
  return [...new Set(filesOfLanguage(language).map((file) => file.family))];
}
