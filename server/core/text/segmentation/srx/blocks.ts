/**
 * Unicode blocks that segmentation rules name (`\p{InCyrillic}`), which regular expressions of JavaScript do not know:
 * ranges of code points, from Blocks.txt of the Unicode character database. Keys are names without spaces, hyphens
 * and case.
 */
const BLOCKS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  basiclatin: [0x0000, 0x007f],
  latin1supplement: [0x0080, 0x00ff],
  latinextendeda: [0x0100, 0x017f],
  latinextendedb: [0x0180, 0x024f],
  ipaextensions: [0x0250, 0x02af],
  spacingmodifierletters: [0x02b0, 0x02ff],
  combiningdiacriticalmarks: [0x0300, 0x036f],
  greek: [0x0370, 0x03ff],
  greekandcoptic: [0x0370, 0x03ff],
  cyrillic: [0x0400, 0x04ff],
  cyrillicsupplement: [0x0500, 0x052f],
  armenian: [0x0530, 0x058f],
  hebrew: [0x0590, 0x05ff],
  arabic: [0x0600, 0x06ff],
  syriac: [0x0700, 0x074f],
  arabicsupplement: [0x0750, 0x077f],
  devanagari: [0x0900, 0x097f],
  bengali: [0x0980, 0x09ff],
  tamil: [0x0b80, 0x0bff],
  thai: [0x0e00, 0x0e7f],
  lao: [0x0e80, 0x0eff],
  tibetan: [0x0f00, 0x0fff],
  myanmar: [0x1000, 0x109f],
  georgian: [0x10a0, 0x10ff],
  hanguljamo: [0x1100, 0x11ff],
  ethiopic: [0x1200, 0x137f],
  khmer: [0x1780, 0x17ff],
  mongolian: [0x1800, 0x18af],
  latinextendedadditional: [0x1e00, 0x1eff],
  greekextended: [0x1f00, 0x1fff],
  generalpunctuation: [0x2000, 0x206f],
  superscriptsandsubscripts: [0x2070, 0x209f],
  currencysymbols: [0x20a0, 0x20cf],
  letterlikesymbols: [0x2100, 0x214f],
  numberforms: [0x2150, 0x218f],
  arrows: [0x2190, 0x21ff],
  mathematicaloperators: [0x2200, 0x22ff],
  boxdrawing: [0x2500, 0x257f],
  geometricshapes: [0x25a0, 0x25ff],
  dingbats: [0x2700, 0x27bf],
  cjkradicalssupplement: [0x2e80, 0x2eff],
  cjksymbolsandpunctuation: [0x3000, 0x303f],
  hiragana: [0x3040, 0x309f],
  katakana: [0x30a0, 0x30ff],
  bopomofo: [0x3100, 0x312f],
  cjkunifiedideographsextensiona: [0x3400, 0x4dbf],
  cjkunifiedideographs: [0x4e00, 0x9fff],
  hangulsyllables: [0xac00, 0xd7af],
  privateusearea: [0xe000, 0xf8ff],
  cjkcompatibilityideographs: [0xf900, 0xfaff],
  arabicpresentationformsa: [0xfb50, 0xfdff],
  cjkcompatibilityforms: [0xfe30, 0xfe4f],
  arabicpresentationformsb: [0xfe70, 0xfeff],
  halfwidthandfullwidthforms: [0xff00, 0xffef],
};

/** The block that `InCyrillic`, `InLatin-1Supplement` or `Block=Greek` names; null where it is none of these. */
export function blockNamed(name: string): readonly [first: number, last: number] | null {
  const key =
    /^(?:In_?|blk=|block=)(.+)$/iu
      .exec(name)?.[1]
      ?.replace(/[\s_-]/gu, '')
      .toLowerCase() ?? '';
  return Object.hasOwn(BLOCKS, key) ? (BLOCKS[key] ?? null) : null;
}
