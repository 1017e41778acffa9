/** A document with everything in it that a document can have. */
import type { Document } from '../../server/core/document/document.ts';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import { language } from './store-samples.ts';

const all = {
  heading: unitId('h'),
  body: unitId('__proto__'),
  code: unitId('constructor'),
  cell: unitId('cell "1"\u0000'),
};

export const richDocument: Document = {
  format: 'xliff2',
  variant: 'XLIFF 2.1',
  sourceLanguage: language('en-GB'),
  targetLanguage: language('fa'),
  units: [
    {
      id: all.heading,
      file: 'f1',
      name: 'title',
      translate: true,
      canResegment: false,
      notes: [{ text: 'page 3' }],
      parts: [
        {
          kind: 'segment',
          id: segmentId('1'),
          state: 'initial',
          source: ['A ', { code: 'open', id: '1', equiv: '', text: '<b>' }, 'farm'],
          target: null,
          range: { start: 2, end: 10 },
        },
      ],
    },
    {
      id: all.body,
      file: '',
      name: '',
      translate: true,
      canResegment: true,
      notes: [
        {
          text: 'mind the tone\u0000',
          category: 'translator',
          appliesTo: 'target',
          priority: 1,
          author: 'Ed',
          segment: segmentId('b'),
        },
      ],
      parts: [
        { kind: 'ignorable', source: ['  '], target: ['\u200c'], range: { start: 10, end: 12 } },
        {
          kind: 'segment',
          id: segmentId('a'),
          state: 'initial',
          source: [
            {
              code: 'close',
              id: '1',
              equiv: '',
              text: '</b>',
              type: 'fmt',
              subType: 'xlf:b',
              canDelete: false,
            },
            'Line',
            { code: 'standalone', id: '2', equiv: '\n', text: '<br>', canCopy: false, canReorder: false },
            { code: 'marker', id: 'm', equiv: '', text: '', edge: 'open', href: 'https://example.org' },
          ],
          target: null,
        },
        { kind: 'ignorable', source: ['\n'], target: null },
        { kind: 'segment', id: segmentId('b'), state: 'initial', source: [], target: null, locked: true },
      ],
    },
    {
      id: all.code,
      file: '',
      name: '',
      translate: false,
      canResegment: true,
      notes: [],
      parts: [
        {
          kind: 'segment',
          id: segmentId('1'),
          state: 'final',
          subState: 'my:done',
          source: ['Recto'],
          target: ['رکتو'],
          range: { start: 20, end: 25 },
        },
      ],
    },
    { id: all.cell, file: '', name: '', translate: true, canResegment: true, notes: [], parts: [] },
  ],
  outline: [
    { kind: 'heading', level: 6, unit: all.heading },
    { kind: 'quote', blocks: [{ kind: 'paragraph', unit: all.body }] },
    { kind: 'list', ordered: true, start: 3, items: [[{ kind: 'paragraph', unit: all.body }], []] },
    { kind: 'table', align: ['left', null], header: [all.cell, null], rows: [[null, all.cell]] },
    { kind: 'code', text: 'let x\u0000', language: 'ts' },
    { kind: 'rule' },
    { kind: 'footnote', label: '1', blocks: [{ kind: 'metadata', name: 'title', unit: all.heading }] },
  ],
  skeleton: {
    format: 'markdown',
    fileName: 'farm.md',
    original: Uint8Array.from({ length: 1000 }, (_, index) => index % 256),
    ranges: new Map([
      [all.body, [10, 12, 12, 20]],
      [all.heading, []],
    ]),
    outline: [{ kind: 'rule' }],
    hrefs: new Map([['u1 1', 'https://example.org/']]),
  },
};
