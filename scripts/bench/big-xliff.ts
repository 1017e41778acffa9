/**
 * Large XLIFF files for measuring: units as CAT tools write them, with inline codes, notes, states, and targets in
 * Persian and Burmese. Written piece by piece, so that making 500 MB needs no memory.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

export type BigVersion = '1.2' | '2.1';

/** 40,000 of them make 50 MB. */
const UNIT_BYTES = 1250;

const ENGLISH = [
  'The river rises every spring, and the people who live beside it carry their books to the upper rooms.',
  'Nobody remembers who built the bridge; it was there before the oldest house of the village.',
  'When the letter came at last, it said nothing of the money & nothing of the journey.',
  'She reads the page aloud, stops at the third line, and begins again from the first word.',
];
const PERSIAN = [
  'رودخانه هر بهار بالا می‌آید و مردمی که کنار آن زندگی می‌کنند کتاب‌هایشان را به اتاق‌های بالا می‌برند.',
  'هیچ‌کس به یاد ندارد که پل را چه کسی ساخته است؛ از کهن‌ترین خانهٔ روستا هم پیرتر است.',
  'نامه که سرانجام رسید، نه از پول چیزی گفته بود &amp; نه از سفر.',
  'صفحه را بلند می‌خواند، در سطر سوم می‌ایستد و از واژهٔ نخست دوباره آغاز می‌کند.',
];
const BURMESE = [
  'မြစ်ရေသည် နွေဦးတိုင်း တက်လာပြီး ကမ်းနားနေသူများက စာအုပ်များကို အပေါ်ထပ်သို့ သယ်ကြသည်။',
  'တံတားကို မည်သူဆောက်ခဲ့သည်ကို မည်သူမျှ မမှတ်မိတော့ပါ။',
  'စာရောက်လာသောအခါ ငွေအကြောင်းလည်း မပါ၊ ခရီးအကြောင်းလည်း မပါပါ။',
  'သူမသည် စာမျက်နှာကို အသံထွက်ဖတ်ပြီး တတိယစာကြောင်းတွင် ရပ်ကာ အစမှ ပြန်စသည်။',
];

/** Writes about as many megabytes as asked for; gives the number of units. */
export function writeBigXliff(path: string, version: BigVersion, megabytes: number): number {
  const file = openSync(path, 'w');
  const count = Math.round((megabytes * 1e6) / UNIT_BYTES);
  const unit = version === '1.2' ? unit12 : unit2;
  try {
    writeSync(file, version === '1.2' ? HEAD_12 : HEAD_2);
    let piece = '';
    for (let number = 1; number <= count; number += 1) {
      piece += unit(number);
      if (piece.length < 1_000_000 && number < count) continue;
      writeSync(file, piece);
      piece = '';
    }
    writeSync(file, version === '1.2' ? TAIL_12 : TAIL_2);
  } finally {
    closeSync(file);
  }
  return count;
}

const HEAD_12 = `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:cat="urn:example:cat-tool">
  <file original="book.html" source-language="en" target-language="fa" datatype="html">
    <header><tool tool-id="cat" tool-name="A CAT tool"/></header>
    <body>
`;
const TAIL_12 = '    </body>\n  </file>\n</xliff>\n';
const HEAD_2 = `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:cat="urn:example:cat-tool" srcLang="en" trgLang="fa">
  <file id="f1">
`;
const TAIL_2 = '  </file>\n</xliff>\n';

function pick(texts: readonly string[], number: number): string {
  return texts[number % texts.length] ?? '';
}

function sourceOf(number: number): string {
  return pick(ENGLISH, number).replace('&', '&amp;');
}

function targetOf(number: number): string {
  return pick(number % 2 === 0 ? PERSIAN : BURMESE, number >> 1);
}

function unit12(number: number): string {
  const pair = (text: string): string =>
    `<g id="1" ctype="bold">${number}</g> ${text} <x id="2" ctype="lb"/><bpt id="3" rid="1">&lt;i&gt;</bpt>${text.slice(0, 40).replace(/&.*/u, '')}<ept id="4" rid="1">&lt;/i&gt;</ept>`;
  return `      <trans-unit id="u${number}" resname="page.${number}" xml:space="preserve" cat:guid="8f14e45f-${number}" cat:percent="100">
        <source>${pair(sourceOf(number))}</source>
        <target state="translated" xml:lang="fa">${pair(targetOf(number))}</target>
        <alt-trans match-quality="87%" origin="memory">
          <source>${sourceOf(number + 1)}</source>
          <target>${targetOf(number + 2)}</target>
        </alt-trans>
        <note from="author" priority="2">Paragraph ${number}</note>
      </trans-unit>
`;
}

function unit2(number: number): string {
  const pair = (text: string): string =>
    `<pc id="1" type="fmt" subType="xlf:b">${number}</pc> ${text} <ph id="2" type="fmt" subType="xlf:lb" dataRef="d1"/>`;
  return `    <unit id="u${number}" name="page.${number}" cat:guid="8f14e45f-${number}">
      <notes>
        <note id="n1" category="author">Paragraph ${number}</note>
      </notes>
      <originalData>
        <data id="d1">&lt;br/&gt;</data>
      </originalData>
      <segment id="s1" state="translated">
        <source>${pair(sourceOf(number))}</source>
        <target>${pair(targetOf(number))}</target>
      </segment>
      <ignorable>
        <source> </source>
      </ignorable>
      <segment id="s2" state="reviewed">
        <source>${sourceOf(number + 1)}</source>
        <target>${targetOf(number + 2)}</target>
      </segment>
    </unit>
`;
}
