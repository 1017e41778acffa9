/**
 * The elements of XLIFF 1.1 and 1.2, as their schemas have them: what may stand in each, and its attributes with
 * their types. The strict flavour of 1.2 leaves out what is deprecated; 1.1 lacks what 1.2 added.
 */
import type { ElementTable } from './rule-set.ts';

export type Flavour = '1.2-strict' | '1.2-transitional' | '1.1';

const TEXT = '(g | bpt | ept | ph | it | mrk | x | bx | ex)*';
const EITHER_FILE = '(internal-file | external-file)';

/** How an item of a screen looks and where it stands. */
const LOOK = 'coord=coordinates font css-style style=nmtoken exstyle=nmtoken';
const RESOURCE = 'restype=restype resname';
const MENU = 'extradata extype help-id=nmtoken menu menu-option menu-name';
const SIZES = `size-unit=size-unit maxwidth=nmtoken minwidth=nmtoken maxheight=nmtoken minheight=nmtoken
  maxbytes=nmtoken minbytes=nmtoken charclass`;

export function elementTable(flavour: Flavour): ElementTable {
  return { ...headElements(flavour), ...unitElements(flavour), ...inlineElements(flavour) };
}

/** The words that only some flavours have. */
function wordsOf(flavour: Flavour): {
  readonly old: (text: string) => string;
  readonly since12: (text: string) => string;
} {
  return {
    old: (text) => (flavour === '1.2-strict' ? '' : text),
    since12: (text) => (flavour === '1.1' ? '' : text),
  };
}

function headElements(flavour: Flavour): ElementTable {
  const { old, since12 } = wordsOf(flavour);
  const before = flavour === '1.1';
  return {
    xliff: {
      children: before ? 'file+' : '(FOREIGN | file)+',
      attributes: `version!=version-${before ? '1.1' : '1.2'} xml:lang=lang`,
      extensible: !before,
      last: 'file',
    },
    file: {
      children: 'header?, body',
      attributes: `original! source-language!=language datatype!=datatype date=time xml:space=space category
        target-language=language product-name product-version build-num ${since12('tool-id')} ${old('tool ts')}`,
      extensible: true,
    },
    header: {
      children: `skl?, phase-group?, (glossary | reference | count-group ${old('| prop-group')} | note | tool)*,
        FOREIGN*`,
    },
    skl: { children: EITHER_FILE },
    glossary: { children: EITHER_FILE },
    reference: { children: EITHER_FILE },
    'internal-file': { content: 'text', attributes: 'form crc=nmtoken' },
    'external-file': { content: 'empty', attributes: 'href! crc=nmtoken uid=nmtoken' },
    note: {
      content: 'text',
      attributes: `xml:lang=lang priority=priority${before ? '-1.1' : ''} from annotates=annotates`,
    },
    'phase-group': { children: 'phase+' },
    phase: {
      children: 'note*',
      attributes: `phase-name! process-name! company-name date=time job-id contact-name contact-email
        contact-phone ${since12('tool-id')} ${old('tool')}`,
    },
    'count-group': { children: 'count*', attributes: 'name!' },
    count: { content: 'text', attributes: 'count-type=count-type phase-name unit=count-unit' },
    'context-group': {
      children: 'context+',
      attributes: `name${before ? '!' : ''} crc=nmtoken purpose=purpose`,
    },
    context: {
      content: 'text',
      attributes: 'context-type!=context-type match-mandatory=yes-no crc=nmtoken',
    },
    ...(flavour === '1.2-strict'
      ? {}
      : {
          'prop-group': { children: 'prop+', attributes: 'name' },
          prop: { content: 'text', attributes: 'prop-type! xml:lang=lang' },
        }),
    tool: {
      content: 'everything',
      attributes: 'tool-id! tool-name! tool-version tool-company',
      extensible: !before,
    },
  };
}

function unitElements(flavour: Flavour): ElementTable {
  const { old, since12 } = wordsOf(flavour);
  const before = flavour === '1.1';
  const reformat = before ? 'reformat-1.1' : 'reformat';
  const about = `(context-group | count-group ${old('| prop-group')} | note`;
  return {
    body: { children: '(group | trans-unit | bin-unit)*' },
    group: {
      children: `context-group*, count-group*, ${old('prop-group*,')} note*, FOREIGN*,
        (group | trans-unit | bin-unit)*`,
      attributes: `id datatype=datatype xml:space=space ${RESOURCE} ${MENU} ${LOOK} translate=yes-no
        reformat=${reformat} ${SIZES} ${since12('merged-trans=yes-no')} ${old('ts')}`,
      extensible: true,
    },
    'trans-unit': {
      children: before
        ? 'source, target?, context-group*, count-group*, prop-group*, note*, alt-trans*, FOREIGN*'
        : `source, seg-source?, target?, ${about} | alt-trans)*, FOREIGN*`,
      attributes: `id! approved=yes-no translate=yes-no reformat=${reformat} xml:space=space datatype=datatype
        phase-name ${RESOURCE} ${MENU} ${LOOK} ${SIZES} ${old('ts')}`,
      extensible: true,
    },
    source: { text: TEXT, attributes: `xml:lang=lang ${old('ts')}`, extensible: true },
    ...(before
      ? {}
      : { 'seg-source': { text: TEXT, attributes: `xml:lang=lang ${old('ts')}`, extensible: true } }),
    target: {
      text: TEXT,
      attributes: `state=state state-qualifier=state-qualifier phase-name=nmtoken xml:lang=lang resname ${LOOK}
        ${since12('equiv-trans=yes-no')} ${old('ts restype=restype')}`,
      extensible: true,
    },
    'alt-trans': {
      children: `source?, ${since12('seg-source?,')} target${old('+')}, context-group*, ${old('prop-group*,')} note*,
        FOREIGN*`,
      attributes: `match-quality crc=nmtoken xml:lang=lang origin datatype=datatype xml:space=space ${RESOURCE} ${MENU}
        ${LOOK} ${since12('tool-id mid=nmtoken phase-name=nmtoken alttranstype=alternative')} ${old('tool ts')}`,
      extensible: true,
    },
    'bin-unit': {
      children: `bin-source, bin-target?, ${about} | trans-unit)*, FOREIGN*`,
      attributes: `id! mime-type!=mime-type approved=yes-no translate=yes-no reformat=${reformat} ${RESOURCE}
        phase-name ${old('ts')}`,
      extensible: true,
    },
    'bin-source': { children: EITHER_FILE, attributes: old('ts'), extensible: true },
    'bin-target': {
      children: EITHER_FILE,
      attributes: `mime-type=mime-type state=state state-qualifier=state-qualifier phase-name=nmtoken ${RESOURCE}
        ${old('ts')}`,
      extensible: true,
    },
  };
}

function inlineElements(flavour: Flavour): ElementTable {
  const { old, since12 } = wordsOf(flavour);
  const every = `id! xid ${since12('equiv-text')} ${old('ts')}`;
  const code = (attributes: string): ElementTable[string] => ({
    text: 'sub*',
    attributes: `${every} crc ${attributes}`,
    extensible: true,
  });
  return {
    g: { text: TEXT, attributes: `${every} ctype=pair-type clone=yes-no`, extensible: true },
    x: { content: 'empty', attributes: `${every} ctype=placeholder-type clone=yes-no`, extensible: true },
    bx: {
      content: 'empty',
      attributes: `${every} rid=nmtoken ctype=pair-type clone=yes-no`,
      extensible: true,
    },
    ex: { content: 'empty', attributes: `${every} rid=nmtoken`, extensible: true },
    ph: code('ctype=placeholder-type assoc=side'),
    bpt: code('rid=nmtoken ctype=pair-type'),
    ept: code('rid=nmtoken'),
    it: code('pos!=position rid=nmtoken ctype=pair-type'),
    sub: { text: TEXT, attributes: 'datatype=datatype ctype=pair-type xid' },
    mrk: {
      text: TEXT,
      attributes: `mtype!=mtype${flavour === '1.1' ? '-1.1' : ''} mid=nmtoken comment ${old('ts')}`,
      extensible: true,
    },
  };
}
