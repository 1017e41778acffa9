/**
 * The flags and locks of CAT tools: what is read, and which bytes change with one text or state. Everything that is
 * not in the last column is expected to the byte.
 */
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf, type Unit } from '../../../server/core/document/unit.ts';
import type { SegmentUpdate } from '../../../server/core/document/update.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { language, readOptions } from './documents.ts';

const fa = { targetLanguage: language('fa') };

const NAMESPACES =
  'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:iws="http://www.idiominc.com/ws/asset" xmlns:xtm="urn:xliff-xtm-extensions" xmlns:sc="SmartcatXliff"';

function file(unit: string, level = '1'): string {
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" ${NAMESPACES} version="1.2" m:level="${level}"><file original="a" source-language="en" target-language="fa" datatype="x"><body>\r\n${unit}\r\n</body></file></xliff>`;
}

function unitOf(bytes: Uint8Array): Unit {
  return xliff12.read(bytes, readOptions).document!.units[0]!;
}

function stated(unit: Unit): readonly (readonly [string, string | undefined, boolean])[] {
  return segmentsOf(unit).map((each) => [each.state, each.subState, each.locked === true]);
}

function trados(
  first: string,
  second: string,
  target = '<mrk mtype="seg" mid="7">x</mrk> <mrk mtype="seg" mid="8">y</mrk>',
): string {
  return `<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="7">A.</mrk> <mrk mtype="seg" mid="8">B.</mrk></seg-source><target>${target}</target><sdl:seg-defs><sdl:seg id="7"${first}><sdl:value key="Hash">h</sdl:value></sdl:seg><sdl:seg id="8"${second} /></sdl:seg-defs></trans-unit>`;
}

function memoq(attributes: string, target = 'x'): string {
  return `<trans-unit id="1" mq:segmentguid="g"${attributes}><source xml:space="preserve">A</source><target xml:space="preserve">${target}</target></trans-unit>`;
}

function phrase(attributes: string, targetTag = '<target>x</target>'): string {
  return `<trans-unit id="1" m:score="0.0"${attributes} m:para-id="0"><source>A</source>${targetTag}<alt-trans origin="memsource-tm"><target>z</target></alt-trans></trans-unit>`;
}

function worldserver(status: string, target = '<target>x</target>', unit = ''): string {
  return `<trans-unit id="1"${unit}><source>A</source>${target}<iws:segment-metadata tm_score="100.00"><iws:status ${status} tm_origin="from_ws_tm"/></iws:segment-metadata></trans-unit>`;
}

const SPLIT =
  '<trans-unit id="1"><source>A.</source><seg-source><mrk mtype="seg" mid="5_x0020_a">A.</mrk></seg-source><target><mrk mtype="seg" mid="5_x0020_a">x</mrk></target><sdl:seg-defs><sdl:seg id="5 a" conf="Draft" locked="true"/></sdl:seg-defs></trans-unit>';

/** [what, unit, states with subStates and locks of its segments] */
const READ: readonly (readonly [string, string, ReturnType<typeof stated>])[] = [
  [
    'Trados: no flag is not translated',
    trados('', ' origin="not-translated"'),
    [
      ['initial', undefined, false],
      ['initial', undefined, false],
    ],
  ],
  [
    'Trados: draft, translated',
    trados(' conf="Draft" origin="mt"', ' conf="Translated" origin="tm" percent="100"'),
    [
      ['initial', undefined, false],
      ['translated', undefined, false],
    ],
  ],
  [
    'Trados: approved and signed off',
    trados(' conf="ApprovedTranslation"', ' conf="ApprovedSignOff"'),
    [
      ['reviewed', undefined, false],
      ['final', undefined, false],
    ],
  ],
  [
    'Trados: rejected',
    trados(' conf="RejectedTranslation"', ' conf="RejectedSignOff"'),
    [
      ['initial', 'sdl:RejectedTranslation', false],
      ['translated', 'sdl:RejectedSignOff', false],
    ],
  ],
  [
    'Trados: one of two locked',
    trados(' conf="Translated" locked="true"', ' conf="Translated" locked="false"'),
    [
      ['translated', undefined, true],
      ['translated', undefined, false],
    ],
  ],
  [
    'Trados: an empty mrk is no translation',
    trados(' conf="Translated"', '', '<mrk mtype="seg" mid="7">x</mrk> <mrk mtype="seg" mid="8"/>'),
    [
      ['translated', undefined, false],
      ['initial', undefined, false],
    ],
  ],
  [
    'Trados: target segmented otherwise: the least of the flags, and locked where one is',
    trados(' conf="Translated"', ' conf="Draft" locked="true"', '<mrk mtype="seg" mid="9">x</mrk>'),
    [['initial', undefined, true]],
  ],
  ['Trados: a segment that was split', SPLIT, [['initial', undefined, true]]],
  ['memoQ: not started', memoq(' mq:status="NotStarted"', 'x'), [['initial', 'mq:NotStarted', false]]],
  [
    'memoQ: pretranslated',
    memoq(' mq:status="Pretranslated" mq:percent="101"'),
    [['initial', 'mq:Pretranslated', false]],
  ],
  [
    'memoQ: confirmed',
    memoq(' mq:status="ManuallyConfirmed" mq:locked="no"'),
    [['translated', undefined, false]],
  ],
  [
    'memoQ: reviewer 1, locked',
    memoq(' mq:status="Reviewer1Confirmed" mq:locked="locked"'),
    [['reviewed', undefined, true]],
  ],
  ['memoQ: proofread', memoq(' mq:status="Proofread"'), [['final', undefined, false]]],
  ['memoQ: rejected', memoq(' mq:status="Rejected"'), [['initial', 'mq:Rejected', false]]],
  [
    'memoQ: another spelling of a confirmation',
    memoq(' mq:status="ConfirmedTranslator"'),
    [['translated', 'mq:ConfirmedTranslator', false]],
  ],
  ['Phrase: not confirmed', phrase(' m:confirmed="0" m:locked="false"'), [['initial', undefined, false]]],
  [
    'Phrase: confirmed and locked',
    phrase(' m:confirmed="1" m:locked="true"'),
    [['translated', undefined, true]],
  ],
  ['Phrase: confirmed in the second step', phrase(' m:confirmed="2"'), [['reviewed', undefined, false]]],
  [
    'Phrase: XLIFF says it finer',
    phrase(' m:confirmed="1" approved="yes"', '<target state="final">x</target>'),
    [['final', undefined, false]],
  ],
  [
    'Phrase: XLIFF says otherwise: its own flag is what it shows',
    phrase(' m:confirmed="0"', '<target state="translated">x</target>'),
    [['initial', undefined, false]],
  ],
  [
    'WorldServer: finished and locked',
    worldserver('translation_status="finished" lock_status="locked"'),
    [['translated', undefined, true]],
  ],
  [
    'WorldServer: pending, not locked',
    worldserver('translation_status="pending" lock_status="none"'),
    [['initial', undefined, false]],
  ],
  [
    'XTM: locked by itself, by an attribute',
    '<trans-unit id="1" xtm:locked="yes"><source>A</source><target state="signed-off" state-qualifier="exact-match">x</target></trans-unit>',
    [['reviewed', undefined, true]],
  ],
  [
    'XTM: told not to have it translated',
    '<trans-unit id="1"><source>A</source><target state-qualifier="x-manual-notrans"/></trans-unit>',
    [['initial', undefined, true]],
  ],
  [
    'XTM: a number is not locked',
    '<trans-unit id="1"><source>7</source><target state-qualifier="x-numeric">7</target></trans-unit>',
    [['translated', undefined, false]],
  ],
  [
    'Smartcat: not locked, not approved',
    '<trans-unit id="1" approved="no" sc:locked="false"><source>A</source><target>x</target></trans-unit>',
    [['translated', undefined, false]],
  ],
  [
    'a lock of a tool whose prefix is not bound',
    '<trans-unit id="1" foo:locked="true"><source>A</source><target>x</target></trans-unit>',
    [['translated', undefined, true]],
  ],
];

test.each(READ)('%s', (_, markup, expected) => {
  const bytes = Buffer.from(file(markup));
  expect(stated(unitOf(bytes))).toEqual(expected);
  expect(Buffer.from(xliff12.write(bytes, [], fa).bytes!).equals(bytes)).toBe(true);
});

/** [what, unit, segments of the update, unit afterwards, states read back, level of the job] */
type Change = readonly [string, string, readonly SegmentUpdate[], string, readonly string[], string?];

const CHANGES: readonly Change[] = [
  [
    'Trados: a text',
    trados(' conf="Draft" origin="mt"', ' conf="Translated" percent="87"'),
    [{ target: ['ی'] }, {}],
    trados(' conf="Translated" origin="mt"', ' conf="Translated" percent="87"').replace('>x<', '>ی<'),
    ['translated', 'translated'],
  ],
  [
    'Trados: a text where there was no flag',
    trados('', ''),
    [{}, { target: ['ی'] }],
    trados('', ' conf="Translated"').replace('>y<', '>ی<'),
    ['initial', 'translated'],
  ],
  [
    'Trados: the same state again leaves the flag alone',
    trados(' conf="Translated"', ''),
    [{ target: ['ی'] }, {}],
    trados(' conf="Translated"', '').replace('>x<', '>ی<'),
    ['translated', 'initial'],
  ],
  [
    'Trados: sign-off',
    trados(' conf="ApprovedTranslation"', ' conf="Draft"'),
    [{ state: 'final' }, {}],
    trados(' conf="ApprovedSignOff"', ' conf="Draft"'),
    ['final', 'initial'],
  ],
  [
    'Trados: a text that takes back an approval',
    trados(' conf="ApprovedSignOff"', ''),
    [{ target: ['ی'] }, {}],
    trados(' conf="Translated"', '').replace('>x<', '>ی<'),
    ['translated', 'initial'],
  ],
  [
    'Trados: the rejection that it was',
    trados(' conf="Translated"', ''),
    [{ state: 'initial', subState: 'sdl:RejectedTranslation' }, {}],
    trados(' conf="RejectedTranslation"', ''),
    ['initial', 'initial'],
  ],
  [
    'Trados: a missing mrk takes its place without a comment of ours',
    trados(' conf="Draft"', '', '<mrk mtype="seg" mid="7">x</mrk>'),
    [{}, { target: ['ی'] }],
    trados(
      ' conf="Draft"',
      ' conf="Translated"',
      '<mrk mtype="seg" mid="7">x</mrk> <mrk mtype="seg" mid="8">ی</mrk>',
    ),
    ['initial', 'translated'],
  ],
  [
    'Trados: no target element yet',
    trados(' conf=""', '').replace(/<target>.*<\/target>/, ''),
    [{ target: ['ی'] }, {}],
    trados(' conf="Translated"', '', '<mrk mtype="seg" mid="7">ی</mrk> <mrk mtype="seg" mid="8"></mrk>'),
    ['translated', 'initial'],
  ],
  [
    'memoQ: a text',
    memoq(' mq:status="NotStarted"'),
    [{ target: ['ی'] }],
    memoq(' mq:status="ManuallyConfirmed"', 'ی'),
    ['translated'],
  ],
  [
    'memoQ: a draft',
    memoq(' mq:status="NotStarted"'),
    [{ target: ['ی'], state: 'initial' }],
    memoq(' mq:status="PartiallyEdited"', 'ی'),
    ['initial'],
  ],
  [
    'memoQ: reviewed',
    memoq(' mq:status="ManuallyConfirmed"'),
    [{ state: 'reviewed' }],
    memoq(' mq:status="Reviewer1Confirmed"'),
    ['reviewed'],
  ],
  [
    'memoQ: a unit without its flag gets none',
    memoq(''),
    [{ target: ['ی'] }],
    memoq('', 'ی'),
    ['translated'],
  ],
  [
    'Phrase: a text',
    phrase(' m:confirmed="0"', '<target/>'),
    [{ target: ['ی'] }],
    phrase(' m:confirmed="1"', '<target>ی</target>'),
    ['translated'],
  ],
  [
    'Phrase: a draft',
    phrase(' m:confirmed="1"'),
    [{ target: ['ی'], state: 'initial' }],
    phrase(' m:confirmed="0"', '<target>ی</target>'),
    ['initial'],
  ],
  [
    'Phrase: reviewed in a job of one step: the flag holds that it is confirmed, XLIFF the rest',
    phrase(' m:confirmed="1"'),
    [{ state: 'reviewed' }],
    phrase(' m:confirmed="1"', '<target state="signed-off">x</target>').replace(
      ' m:para-id="0"',
      ' m:para-id="0" approved="yes"',
    ),
    ['reviewed'],
  ],
  [
    'Phrase: reviewed in a job of the second step',
    phrase(' m:confirmed="1"'),
    [{ state: 'reviewed' }],
    phrase(' m:confirmed="2"'),
    ['reviewed'],
    '2',
  ],
  [
    'WorldServer: a text',
    worldserver('translation_status="pending" lock_status="none"', '<target/>'),
    [{ target: ['ی'] }],
    worldserver('translation_status="finished" lock_status="none"', '<target>ی</target>'),
    ['translated'],
  ],
  [
    'WorldServer: final',
    worldserver('translation_status="finished"'),
    [{ state: 'final' }],
    worldserver('translation_status="finished"', '<target state="final">x</target>', ' approved="yes"'),
    ['final'],
  ],
  [
    'XLIFF’s own state beside the flag is kept in step too',
    phrase(' m:confirmed="0" approved="no"', '<target state="needs-translation">x</target>'),
    [{ target: ['ی'] }],
    phrase(' m:confirmed="1" approved="no"', '<target state="translated">ی</target>'),
    ['translated'],
  ],
];

const changes = CHANGES.map(
  ([what, before, segments, after, states, level = '1']) =>
    [what, { before, segments, after, states, level }] as const,
);

describe('one change', () => {
  test.each(changes)('%s', (_, { before, segments, after, states, level }) => {
    const { bytes, problems } = xliff12.write(
      Buffer.from(file(before, level)),
      [{ unit: unitId('1'), segments }],
      fa,
    );
    expect(problems).toEqual([]);
    expect(Buffer.from(bytes!).toString()).toBe(file(after, level));
    expect(segmentsOf(unitOf(bytes!)).map((each) => each.state)).toEqual(states);
  });

  // Not where there was an empty element, or where XLIFF's state had to be added.
  const reversible = changes
    .filter(
      ([what, { before }]) => /text$|sign-off|reviewed|draft$/.test(what) && !before.includes('<target/>'),
    )
    .filter(([what]) => !what.includes('the rest'));

  test.each(reversible)('%s, and back again, is the file that it was', (_, { before, segments, level }) => {
    const original = Buffer.from(file(before, level));
    const was = segmentsOf(unitOf(original));
    const changed = xliff12.write(original, [{ unit: unitId('1'), segments }], fa).bytes!;
    const back = was.map(({ state, subState, target }, index): SegmentUpdate =>
      Object.keys(segments[index] ?? {}).length === 0
        ? {}
        : { state, target: target ?? [], ...(subState === undefined ? {} : { subState }) },
    );
    const restored = xliff12.write(changed, [{ unit: unitId('1'), segments: back }], fa);
    expect(restored.problems).toEqual([]);
    expect(stated(unitOf(restored.bytes!))).toEqual(stated(unitOf(original)));
    expect(Buffer.from(restored.bytes!).toString()).toBe(file(before, level));
  });

  test('what a tool has locked is refused', () => {
    const bytes = Buffer.from(file(memoq(' mq:status="Proofread" mq:locked="locked"')));
    const result = xliff12.write(bytes, [{ unit: unitId('1'), segments: [{ target: ['ی'] }] }], fa);
    expect(result.problems.map((each) => each.code)).toEqual(['update-locked']);
    expect(Buffer.from(result.bytes!).equals(bytes)).toBe(true);
  });
});
