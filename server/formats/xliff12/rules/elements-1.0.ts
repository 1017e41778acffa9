/**
 * The elements of XLIFF 1.0, as its DTD has them: no namespace, no lists of values but a few, and nothing foreign.
 * The DTD calls a media type an NMTOKEN, which could hold no slash; that slip is not followed.
 */
import type { ElementTable } from './rule-set.ts';

const TEXT = '(g | bpt | ept | ph | it | mrk | x | bx | ex)*';
const EITHER_FILE = '(internal-file | external-file)';
const RESOURCE = 'restype resname=nmtoken';
const MENU = 'extradata help-id=nmtoken menu menu-option menu-name';
const LOOK = 'coord font css-style style=nmtoken exstyle=nmtoken';

export const ELEMENTS_10: ElementTable = {
  xliff: { children: 'file+', attributes: 'version!=version-1.0 xml:lang' },
  file: {
    children: 'header, body',
    attributes: `original! source-language! datatype! tool date xml:space=space ts category target-language
      product-name product-version build-num`,
  },
  header: { children: 'skl?, phase-group?, (prop-group | glossary | reference | note | count-group)*' },
  skl: { children: EITHER_FILE },
  glossary: { children: EITHER_FILE },
  reference: { children: EITHER_FILE },
  'internal-file': { content: 'text', attributes: 'form crc=nmtoken' },
  'external-file': { content: 'empty', attributes: 'href! crc=nmtoken uid=nmtoken' },
  note: { content: 'text', attributes: 'xml:lang priority=priority from' },
  'prop-group': { children: 'prop+', attributes: 'name' },
  prop: { content: 'text', attributes: 'prop-type! xml:lang' },
  'context-group': { children: 'context+', attributes: 'name! crc=nmtoken' },
  context: { content: 'text', attributes: 'context-type! match-mandatory=yes-no crc=nmtoken' },
  'phase-group': { children: 'phase+' },
  phase: {
    children: 'note*',
    attributes: `phase-name! process-name! company-name tool date job-id contact-name contact-email
      contact-phone`,
  },
  'count-group': { children: 'count*', attributes: 'name!' },
  count: { content: 'text', attributes: 'count-type unit' },
  body: { children: '(group | trans-unit | bin-unit)*' },
  group: {
    children: 'context-group*, count-group*, prop-group*, note*, (group | trans-unit | bin-unit)*',
    attributes: `id=nmtoken datatype xml:space=space ts ${RESOURCE} ${MENU} ${LOOK}`,
  },
  'trans-unit': {
    children: 'source, target?, (count-group | note | context-group | prop-group | alt-trans)*',
    attributes: `id!=nmtoken approved=yes-no translate=yes-no reformat=yes-no xml:space=space datatype ts
      ${RESOURCE} ${MENU} ${LOOK} size-unit maxwidth=nmtoken minwidth=nmtoken maxheight=nmtoken minheight=nmtoken
      maxbytes=nmtoken minbytes=nmtoken charclass phase-name`,
  },
  source: { text: TEXT, attributes: 'xml:lang ts' },
  target: {
    text: TEXT,
    attributes: `state=nmtoken phase-name=nmtoken xml:lang ts ${RESOURCE} ${LOOK}`,
  },
  'alt-trans': {
    children: 'source?, target+, (note | context-group | prop-group)*',
    attributes: `match-quality tool crc=nmtoken xml:lang origin datatype xml:space=space ts ${RESOURCE} ${MENU}
      ${LOOK}`,
  },
  'bin-unit': {
    children: 'bin-source, bin-target?, (note | context-group | prop-group | trans-unit)*',
    attributes: `id!=nmtoken mime-type! approved=yes-no translate=yes-no reformat=yes-no ts ${RESOURCE}
      phase-name`,
  },
  'bin-source': { children: EITHER_FILE, attributes: 'ts' },
  'bin-target': {
    children: EITHER_FILE,
    attributes: `mime-type ts state=nmtoken phase-name=nmtoken ${RESOURCE}`,
  },
  g: { text: TEXT, attributes: 'id! ctype clone=yes-no ts' },
  x: { content: 'empty', attributes: 'id! ctype clone=yes-no ts' },
  bx: { content: 'empty', attributes: 'id! rid=nmtoken ctype clone=yes-no ts' },
  ex: { content: 'empty', attributes: 'id! rid=nmtoken ts' },
  ph: { text: 'sub*', attributes: 'id! ctype ts crc=nmtoken assoc' },
  bpt: { text: 'sub*', attributes: 'id! rid=nmtoken ctype ts crc=nmtoken' },
  ept: { text: 'sub*', attributes: 'id! rid=nmtoken ts crc=nmtoken' },
  it: { text: 'sub*', attributes: 'id! pos!=position rid=nmtoken ctype ts crc=nmtoken' },
  mrk: { text: TEXT, attributes: 'mtype! mid=nmtoken comment ts' },
  sub: { text: TEXT, attributes: 'datatype ctype' },
};
