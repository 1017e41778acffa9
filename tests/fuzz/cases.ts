/** Files that the fuzzer found something in, made small; each must hold now. */

export interface FoundCase {
  readonly what: string;
  readonly format: string;
  readonly content: string;
}

const trans = (unit: string): string =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="fa"><body>${unit}</body></file></xliff>`;

export const CASES: readonly FoundCase[] = [
  {
    what: 'codes without an id in a segment behind others',
    format: 'xliff12',
    content: trans(
      '<trans-unit id="3"><source/><seg-source><mrk mtype="seg" mid="1"><x/>a</mrk> <mrk mtype="seg" mid="2">b<ex/><ph>c</ph></mrk></seg-source></trans-unit>',
    ),
  },
  {
    what: 'codes without an id, nested in elements of others',
    format: 'xliff12',
    content: trans(
      '<trans-unit id="3"><source><g>a<g>b<x/></g></g><x/></source><target><x/>c</target></trans-unit>',
    ),
  },
  {
    what: 'a target that is segmented otherwise than its source',
    format: 'xliff12',
    content: trans(
      '<trans-unit id="r"><source>HI</source><seg-source><mrk mtype="seg" mid="a">H</mrk>I</seg-source><target><mrk mtype="seg" mid="3"> </mrk>x</target></trans-unit>',
    ),
  },
  {
    what: 'something behind the mrk before one that is missing',
    format: 'xliff12',
    content: trans(
      '<trans-unit id="g"><source/><seg-source><mrk mid="0" mtype="seg">T</mrk><mrk mid="1" mtype="seg"> </mrk></seg-source><target><mrk mid="0" mtype="seg"/><mrk mtype="x"> </mrk></target></trans-unit>',
    ),
  },
  {
    what: 'an attribute and an element called as what every object has',
    format: 'xliff2',
    content:
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" __proto__="" constructor=""><constructor/><file id="f" toString="a"><__proto__/><unit id="u"><segment><source>a</source></segment></unit></file></xliff>',
  },
  {
    what: 'a pc that ends in a later segment, with an attribute that only its halves may have',
    format: 'xliff2',
    content:
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>a<pc id="1" dataRef="x" dataRefStart="d"><mrk id="m">b</mrk><em startRef="m"/></pc></source></segment></unit></file></xliff>',
  },
  {
    what: 'codes without an id that stand for different things in source and target',
    format: 'xliff2',
    content:
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fa"><file id="f"><unit id="u"><originalData><data id="d1">&lt;b></data></originalData><segment><source>a<pc dataRefStart="d1"/>b</source><target>c<pc disp="a">d<ph/></pc></target></segment></unit></file></xliff>',
  },
];
