/** Valid XLIFF 1.0, 1.1 and 1.2 with every element and attribute, and every way of breaking one at one place. */
import { elementsOf, readElement, type XmlElement } from '../../../server/formats/shared/xml/element.ts';

const LOOK = 'coord="1;-2;#;4" font="Arial;10;400" css-style="a:b" style="a" exstyle="b"';
const MENU = 'extradata="e" help-id="h" menu="m" menu-option="o" menu-name="n"';
const SIZES = `size-unit="char" maxwidth="20" minwidth="1" maxheight="2" minheight="1" maxbytes="90" minbytes="1"
  charclass="c"`;

const CODES = `<g id="g1" ctype="bold" clone="no">a<x id="x1" ctype="image" clone="yes"/>b</g>
  <bpt id="b1" rid="r1" ctype="x-own" CRC>&lt;i&gt;<sub datatype="html" ctype="link">s<ph id="p2">c</ph></sub></bpt>c<ept
  id="b1" rid="r1" CRC>&lt;/i&gt;</ept><ph id="p1" ctype="lb" CRC assoc="both">&lt;br&gt;</ph>
  <it id="i1" pos="open" rid="r3" ctype="italic" CRC>&lt;u&gt;</it>
  <bx id="e1" rid="r2" ctype="underlined" clone="yes"/>d<ex id="e1" rid="r2"/>
  <mrk mtype="term" mid="t1" comment="c">e</mrk>`.replaceAll('CRC', 'crc="1"');

const HEADER = (tools: string, properties: string): string => `<header>
  <skl><external-file href="a" crc="1" uid="u1"/></skl>
  <phase-group><phase phase-name="p1" process-name="translation" company-name="c" date="2026-01-02T03:04:05Z"
    job-id="j" contact-name="n" contact-email="e" contact-phone="p"${tools === '' ? '' : ' tool-id="t1"'}><note>n</note></phase></phase-group>
  <glossary><internal-file form="text" crc="1">g</internal-file></glossary>
  <reference><external-file href="b" uid="u2"/></reference>
  <count-group name="c1"><count count-type="total" unit="word" PHASE>3</count></count-group>
  <note xml:lang="en" priority="2" from="f">n</note>${tools}${properties}
</header>`;

const CONTEXTS = `<context-group name="x1" crc="1"><context context-type="sourcefile" match-mandatory="no"
  crc="1">c</context></context-group>`;

const PROPERTIES = '<prop-group name="g"><prop prop-type="t" xml:lang="en">v</prop></prop-group>';

/** `old`: with what the strict schema leaves out. */
export function xliff12(old: boolean): string {
  const ts = old ? ' ts="t"' : '';
  const properties = old ? PROPERTIES : '';
  const tool = '<tool tool-id="t1" tool-name="n" tool-version="1" tool-company="c">free</tool>';
  const header = HEADER(tool, properties)
    .replace('PHASE', 'phase-name="p1"')
    .replace('from="f"', 'from="f" annotates="source"');
  const resource = 'restype="button" resname="r"';
  const codes = CODES.replace('<x id="x1"', '<x id="x1" equiv-text="q" xid="u1"').replace(
    '<g id="g1"',
    `<g id="g1"${ts}`,
  );
  const contexts = CONTEXTS.replace('crc="1">', 'crc="1" purpose="location x-own">');
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xml:lang="en">
<file original="o" source-language="en" target-language="fa" datatype="html" date="2026-01-02T03:04:05" tool-id="t1"
  xml:space="default" category="c" product-name="p" product-version="1" build-num="2"${ts}${old ? ' tool="t"' : ''}>
${header}
<body>
<group id="g1" datatype="xml" xml:space="preserve" ${resource} ${MENU} extype="e" ${LOOK} translate="yes" reformat="no"
  ${SIZES} merged-trans="no"${ts}>
  ${contexts}<count-group name="c2"><count>1</count></count-group>${properties}<note>n</note>
  <group><trans-unit id="u1"><source>a</source></trans-unit></group>
  <trans-unit id="u2" approved="no" translate="yes" reformat="coord font-size x-own" xml:space="default" datatype="po"
    phase-name="p1" ${resource} ${MENU} extype="e" ${LOOK} ${SIZES}${ts}>
    <source xml:lang="en"${ts}>${codes}</source>
    <seg-source xml:lang="en"${ts}><mrk mtype="seg" mid="1">${codes}</mrk> <mrk mtype="seg" mid="2"/></seg-source>
    <target state="needs-review-translation" state-qualifier="fuzzy-match" phase-name="p1" xml:lang="fa" resname="r"
      ${LOOK} equiv-trans="no"${ts}${old ? ' restype="cell"' : ''}><mrk mtype="seg" mid="1">${codes}</mrk></target>
    <note annotates="target">n</note>${contexts.replace('x1', 'x2')}
    <alt-trans match-quality="80%" tool-id="t1" crc="1" xml:lang="fa" origin="o" datatype="html" xml:space="default"
      ${resource} ${MENU} extype="e" mid="2" ${LOOK} phase-name="p1" alttranstype="previous-version"${ts}>
      <source>a</source><seg-source><mrk mtype="seg" mid="7">a</mrk></seg-source><target><mrk mtype="seg"
      mid="7">b</mrk></target>${old ? '<target>b</target>' : ''}${contexts.replace('x1', 'x3')}${properties}<note>n</note>
    </alt-trans><count-group name="c3"/>${properties}
  </trans-unit>
</group>
<bin-unit id="u3" mime-type="image/png" approved="yes" translate="no" reformat="yes" ${resource} phase-name="p1"${ts}>
  <bin-source${ts}><external-file href="a"/></bin-source>
  <bin-target mime-type="image/png" state="final" state-qualifier="x-own" phase-name="p1" ${resource}${ts}><internal-file
    form="base64">QQ==</internal-file></bin-target>
  <note>n</note><trans-unit id="u4"><source>a</source><target>b</target></trans-unit>${properties}
</bin-unit>
</body></file>
<file original="p" source-language="en" datatype="x-own"><body/></file>
</xliff>`;
}

export function xliff11(): string {
  const resource = 'restype="button" resname="r"';
  const tool = '<tool tool-id="t1" tool-name="n" tool-version="1" tool-company="c">free</tool>';
  const header = HEADER(tool, PROPERTIES)
    .replace('PHASE', 'phase-name="p1"')
    .replace(' tool-id="t1"><note', ' tool="t"><note');
  const contexts = CONTEXTS.replace('crc="1">', 'crc="1" purpose="location x-own">');
  return `<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1" xml:lang="en">
<file original="o" source-language="en" target-language="fa" datatype="html" date="2026-01-02T03:04:05" tool="t"
  xml:space="default" ts="t" category="c" product-name="p" product-version="1" build-num="2">
${header.replace('from="f"', 'from="f" annotates="source"')}
<body>
<group id="g1" datatype="xml" xml:space="preserve" ts="t" ${resource} ${MENU} extype="e" ${LOOK} translate="yes"
  reformat="x-own" ${SIZES}>
  ${contexts}<count-group name="c2"/>${PROPERTIES}<note priority="x-own">n</note>
  <trans-unit id="u2" approved="no" translate="yes" reformat="coord font-size" xml:space="default" datatype="po" ts="t"
    phase-name="p1" ${resource} ${MENU} extype="e" ${LOOK} ${SIZES}>
    <source xml:lang="en" ts="t">${CODES}</source>
    <target state="translated" state-qualifier="id-match" phase-name="p1" xml:lang="fa" ts="t" ${resource}
      ${LOOK}>${CODES}</target>
    ${contexts}<count-group name="c3"/>${PROPERTIES}<note>n</note>
    <alt-trans match-quality="80%" tool="t" crc="1" xml:lang="fa" origin="o" datatype="html" xml:space="default" ts="t"
      ${resource} ${MENU} extype="e" ${LOOK}>
      <source>a</source><target>b</target><target>b</target>${contexts}${PROPERTIES}<note>n</note>
    </alt-trans>
  </trans-unit>
</group>
<bin-unit id="u3" mime-type="image/png" approved="yes" translate="no" reformat="yes" ts="t" ${resource} phase-name="p1">
  <bin-source ts="t"><external-file href="a"/></bin-source>
  <bin-target mime-type="image/png" ts="t" state="final" state-qualifier="x-own" phase-name="p1"
    ${resource}><internal-file form="base64">QQ==</internal-file></bin-target>
  <note>n</note><trans-unit id="u4"><source>a</source><target>b</target></trans-unit>
</bin-unit>
</body></file></xliff>`;
}

export function xliff10(): string {
  const resource = 'restype="anything" resname="r"';
  const header = HEADER('', PROPERTIES)
    .replace(' PHASE', '')
    .replace('contact-name', 'tool="t" contact-name');
  return `<xliff version="1.0" xml:lang="en">
<file original="o" source-language="en" datatype="anything" tool="t" date="today" xml:space="default" ts="t" category="c"
  target-language="fa" product-name="p" product-version="1" build-num="2">
${header}
<body>
<group id="g1" datatype="xml" xml:space="preserve" ts="t" ${resource} ${MENU} ${LOOK}>
  ${CONTEXTS}<count-group name="c2"/>${PROPERTIES}<note>n</note>
  <trans-unit id="u2" approved="no" translate="yes" reformat="no" xml:space="default" datatype="po" ts="t" ${resource}
    ${MENU} ${LOOK} ${SIZES} phase-name="p1">
    <source xml:lang="en" ts="t">${CODES}</source>
    <target state="done" phase-name="p1" xml:lang="fa" ts="t" ${resource} ${LOOK}>${CODES}</target>
    <note>n</note><count-group name="c3"/>${CONTEXTS}${PROPERTIES}
    <alt-trans match-quality="80" tool="t" crc="1" xml:lang="fa" origin="o" datatype="html" xml:space="default" ts="t"
      ${resource} ${MENU} ${LOOK}>
      <source>a</source><target>b</target><target>b</target>${PROPERTIES}<note>n</note>${CONTEXTS}
    </alt-trans>
  </trans-unit>
</group>
<bin-unit id="u3" mime-type="png" approved="yes" translate="no" reformat="yes" ts="t" ${resource} phase-name="p1">
  <bin-source ts="t"><external-file href="a"/></bin-source>
  <bin-target mime-type="png" ts="t" state="done" phase-name="p1" ${resource}><internal-file
    form="base64">QQ==</internal-file></bin-target>
  <note>n</note><trans-unit id="u4"><source>a</source><target>b</target></trans-unit>
</bin-unit>
</body></file></xliff>`;
}

export interface Mutant {
  readonly what: string;
  readonly text: string;
}

const FOREIGN = '<f:a xmlns:f="urn:f"><f:b/></f:a>';

/** Of each element by its name and its parent's, of each attribute by its element's name, one is broken. */
function distinct(all: readonly Mutant[]): readonly Mutant[] {
  const seen = new Set<string>();
  return all.filter(({ what }) => {
    const kind = what.replace(/ at \d+/, '');
    return !seen.has(kind) && seen.add(kind).size > 0;
  });
}

/** One change each: every element gone, doubled, moved, renamed, filled; every attribute gone, changed, doubled. */
export function mutants(text: string): readonly Mutant[] {
  const root = readElement(text, { start: text.indexOf('<xliff'), scope: null });
  if (root === null) throw new Error('the document is not well-formed');
  const made = [...everyElement(root)].flatMap((element) => [
    ...ofElement(text, element),
    ...ofAttributes(text, element),
  ]);
  return distinct(made);
}

function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of elementsOf(element)) yield* everyElement(child);
}

function ofElement(text: string, element: XmlElement): readonly Mutant[] {
  const { start, openEnd, closeStart, end, name, empty } = element;
  const made: Mutant[] = [];
  const parent = parentOf(text, element);
  const add = (what: string, changed: string): void => {
    made.push({ what: `${what} ${name} in ${parent?.name ?? 'the document'} at ${start}`, text: changed });
  };
  const replaced = (from: number, to: number, by: string): string =>
    text.slice(0, from) + by + text.slice(to);
  const tag = text.slice(start, openEnd);
  const opened = empty ? `${tag.slice(0, -2)}>` : tag;
  const filled = (content: string): string =>
    replaced(start, end, `${opened}${content}${text.slice(openEnd, closeStart)}</${name}>`);
  add('foreign in front in', filled(FOREIGN));
  add('text in', filled('text'));
  add('white space in', filled(' '));
  add('a comment in', filled('<!-- c -->'));
  add('an unknown element in', filled('<unknown/>'));
  add('nothing in', replaced(start, end, `${opened}</${name}>`));
  for (const child of ['note', 'trans-unit', 'g', 'sub', 'mrk', 'file']) {
    add(`${child} in`, filled(`<${child}/>`));
  }
  if (name === 'xliff') return made;
  const whole = text.slice(start, end);
  add('without', replaced(start, end, ''));
  add('twice', replaced(start, end, whole + whole));
  add('foreign behind', replaced(end, end, FOREIGN));
  add('text behind', replaced(end, end, 'text'));
  add('renamed', replaced(start, end, whole.replaceAll(name, 'unknown')));
  if (parent !== null) {
    const rest = replaced(start, end, '');
    add('first', rest.slice(0, parent.openEnd) + whole + rest.slice(parent.openEnd));
    const last = parent.closeStart - whole.length;
    add('last', rest.slice(0, last) + whole + rest.slice(last));
  }
  return made;
}

function parentOf(text: string, element: XmlElement): XmlElement | null {
  const root = readElement(text, { start: text.indexOf('<xliff'), scope: null });
  for (const each of root === null ? [] : everyElement(root)) {
    if (elementsOf(each).some((child) => child.start === element.start)) return each;
  }
  return null;
}

const VALUES = [
  '',
  'bogus',
  'x-bogus',
  'two words',
  '  yes ',
  '0',
  'en_US',
  '2026-02-30',
  'p1',
  '1',
  'a#b',
  '۱',
];

function ofAttributes(text: string, element: XmlElement): readonly Mutant[] {
  const { name, attributes, start } = element;
  const made: Mutant[] = [];
  const behind = start + name.length + 1;
  for (const added of [
    'bogus="1"',
    'xmlns:f="urn:f" f:a="1"',
    'xml:lang="en_US"',
    'xml:space="keep"',
    'id="1"',
    'state="bogus"',
    'mtype="x-own"',
  ]) {
    const own = added.slice(0, added.indexOf('='));
    if (attributes.some((each) => each.name === own)) continue;
    made.push({
      what: `${added} on ${name} at ${start}`,
      text: `${text.slice(0, behind)} ${added}${text.slice(behind)}`,
    });
  }
  for (const { name: own, start: from, valueStart, valueEnd } of attributes) {
    if (own === 'xmlns') continue;
    made.push({
      what: `${name} at ${start} without ${own}`,
      text: text.slice(0, from) + text.slice(valueEnd + 1),
    });
    for (const value of VALUES) {
      made.push({
        what: `${own}="${value}" on ${name} at ${start}`,
        text: text.slice(0, valueStart) + value + text.slice(valueEnd),
      });
    }
  }
  return made;
}
