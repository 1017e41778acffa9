/** Who may import whom (ARCHITECTURE.md, "Import rules"). `npm run check` enforces it. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});

const NPM = '^node_modules/';

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      // Types may name each other: they are gone when the program runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'core-is-pure',
      '^server/core/',
      [
        '^server/core/',
        `${NPM}(bidi-js|myanmar-tools|@formatjs/icu-messageformat-parser|irregular-plurals)/`,
      ],
      'core imports core and four pure packages: no Node, no I/O',
    ),
    only('core-text-is-first', '^server/core/text/', [
      '^server/core/text/',
      '^server/core/problem',
      `${NPM}(bidi-js|myanmar-tools)/`,
    ]),
    only('core-document-after-text', '^server/core/document/', [
      '^server/core/(text|document)/',
      '^server/core/problem',
    ]),
    only('core-terminology-after-text', '^server/core/terminology/', [
      '^server/core/(text|terminology)/',
      '^server/core/problem',
      `${NPM}irregular-plurals/`,
    ]),
    only('core-qa-after-document', '^server/core/qa/', [
      '^server/core/(text|document|terminology|qa)/',
      '^server/core/problem',
      `${NPM}(bidi-js|myanmar-tools|@formatjs/icu-messageformat-parser)/`,
    ]),
    only('core-memory-after-text', '^server/core/memory/', [
      '^server/core/(text|qa/text|memory)/',
      '^server/core/problem',
    ]),
    only('core-alignment-after-memory', '^server/core/alignment/', [
      '^server/core/(text|qa/text|document|memory|alignment)/',
      '^server/core/problem',
    ]),
    only('core-publish-last', '^server/core/publish/', [
      '^server/core/(text|document|progress|publish)/',
      '^server/core/problem',
    ]),
    only('core-progress-after-document', '^server/core/progress/', [
      '^server/core/(text|document|progress)/',
      '^server/core/problem',
    ]),
    only('formats-stand-alone', '^server/formats/(?!shared/zip/)([^/]+)/', [
      '^server/core/',
      '^server/formats/(format|memory-format)[.]ts',
      '^server/formats/shared/',
      '^server/formats/$1/',
      '^(node:)?buffer$',
      `${NPM}(?!express|ejs|kysely|pg|better-sqlite3)`,
    ]),
    only('zip-container', '^server/formats/shared/zip/', [
      '^server/core/problem[.]ts',
      '^server/formats/shared/zip/',
      '^(node:)?zlib$',
    ]),
    only('format-shape', '^server/formats/(format|memory-format|detect)[.]ts', [
      '^server/core/',
      '^server/formats/(format|memory-format|registry)[.]ts',
    ]),
    only('format-registry', '^server/formats/registry[.]ts', ['^server/formats/']),
    only('publishers-stand-alone', '^server/publish/([^/]+)/', [
      '^server/core/',
      '^server/publish/(publisher|fonts)[.]ts',
      '^server/publish/shared/',
      '^server/publish/$1/',
      '^(node:)?crypto$',
      NPM,
    ]),
    only('catalogues', '^server/catalog/', [
      '^server/core/',
      '^server/catalog/',
      `${NPM}(xliff|jsonc-parser|@formatjs/icu-messageformat-parser)`,
    ]),
    only('machines-stand-alone', '^server/machine/([^/]+)/', [
      '^server/core/',
      '^server/machine/provider[.]ts',
      '^server/machine/shared/',
      '^server/machine/$1/',
      '^(node:)?(timers|buffer)',
      `${NPM}zod`,
    ]),
    only('store-port', '^server/store/[a-z-]+[.]ts', ['^server/core/', '^server/store/[a-z-]+[.]ts']),
    only('store-adapters', '^server/store/(sql|sqlite|postgres)/', [
      '^server/core/',
      '^server/store/',
      '^(node:)?(fs|path|events|timers|crypto|url)',
      NPM,
    ]),
    only('usecases', '^server/usecases/', [
      '^server/core/',
      '^server/usecases/',
      '^server/i18n/',
      '^server/catalog/',
      '^server/formats/(format|memory-format|registry|detect)[.]ts',
      '^server/formats/srx/(read|write)[.]ts',
      '^server/machine/(provider|registry)[.]ts',
      '^server/publish/(publisher|registry|fonts)[.]ts',
      '^server/publish/figures/page[.]ts',
      '^server/store/[a-z-]+[.]ts',
      '^(node:)?crypto$',
      `${NPM}zod`,
    ]),
    only('i18n', '^server/i18n/', ['^server/core/', '^server/i18n/', '^locales/', '^(node:)?(fs|path)', NPM]),
    only('web', '^server/web/(?!browser/)', [
      '^server/core/',
      '^server/usecases/',
      '^server/i18n/',
      '^server/store/[a-z-]+[.]ts',
      '^server/web/',
      '^(node:)?[a-z/]+$',
      NPM,
    ]),
    {
      name: 'a-page-never-imports-another',
      severity: 'error',
      from: { path: '^server/web/pages/([^/]+)/' },
      to: { path: '^server/web/pages/', pathNot: '^server/web/pages/$1/' },
    },
    only('web-browser', '^server/web/browser/', ['^server/core/', '^server/web/browser/']),
    only('cli', '^server/cli/', [
      '^server/core/',
      '^server/usecases/',
      '^server/i18n/',
      '^server/store/[a-z-]+[.]ts',
      '^server/cli/',
      '^(node:)?[a-z/]+$',
      `${NPM}commander`,
    ]),
    {
      name: 'compose-knows-neither-web-nor-cli',
      severity: 'error',
      from: { path: '^server/compose[.]ts' },
      to: { path: '^server/(web|cli)/' },
    },
    {
      name: 'not-to-tests-or-scripts',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^server/', pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: { path: '^server/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
