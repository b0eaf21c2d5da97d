/** The import rules of the house: `npm run lint`, and test/architecture.test.ts. Tests may import what they test. */

const TESTS = '\\.test\\.ts$';
const GENERATED = '^src/platform/db/generated/';

/** What a chain is said in: free of zod and of everything else, so that engine and workflows may load it. */
const DEFINE = '^src/language/define(\\.ts$|/)';

/** The definition of a version, with the steps and texts that it is made of. */
const CHAIN = '^src/chains/[^/]+/v[0-9]+/(chain|texts|steps-[a-z0-9-]+)\\.ts$';

/** What the code of a room may import besides itself; what is not named here is forbidden. */
const rooms = {
  language: { own: ['^src/language/'], packages: ['zod'] },
  chains: { own: ['^src/language/'], packages: ['zod'] },
  engine: { own: [DEFINE], packages: [] },
  workflows: {
    own: [
      '^src/engine/',
      '^src/chains/definitions\\.ts$',
      '^src/chains/[^/]+/v[0-9]+/chain\\.ts$',
      DEFINE,
      // Types only: see the test.
      '^src/activities/index\\.ts$',
    ],
    packages: ['@temporalio/workflow'],
  },
  activities: { own: ['^src/(cases|platform)/', '^src/workflows/protocol\\.ts$'] },
  cases: { own: ['^src/(reading|access|engine|chains|language|audit|platform)/', '^src/workflows/protocol\\.ts$'] },
  reading: { own: ['^src/(platform|engine)/'] },
  access: { own: ['^src/platform/'] },
  audit: { own: [], packages: ['highs'] },
  pictures: { own: ['^src/audit/'], packages: ['@dagrejs/dagre', 'echarts', 'pdfkit', 'svg-to-pdfkit'] },
  api: { own: ['^src/(cases|reading|audit|access|platform)/'] },
  web: { own: ['^src/(cases|reading|audit|access|platform)/'] },
  platform: { own: [] },
};

const ofRooms = Object.entries(rooms).flatMap(([room, { own, packages }]) => {
  const from = { path: `^src/${room}/`, pathNot: [TESTS, GENERATED] };
  const anyPackage = { path: 'node_modules/', ...(packages?.length ? { pathNot: packages.map(inPackage) } : {}) };
  return [
    {
      name: `${room}-imports-its-own`,
      severity: 'error',
      from,
      to: { path: '^(src|scripts|test|bench)/', pathNot: [`^src/${room}/`, ...own] },
    },
    ...(packages === undefined
      ? []
      : [
          { name: `${room}-needs-few-packages`, severity: 'error', from, to: anyPackage },
          { name: `${room}-needs-no-node`, severity: 'error', from, to: { dependencyTypes: ['core'] } },
        ]),
  ];
});

function inPackage(name) {
  return `node_modules/${name}/`;
}

module.exports = {
  forbidden: [
    ...ofRooms,
    {
      name: 'chain-is-data',
      comment: 'workflows load definitions: no forms, no zod',
      severity: 'error',
      from: { path: [CHAIN, '^src/language/define'], pathNot: TESTS },
      to: { pathNot: [CHAIN, DEFINE] },
    },
    {
      name: 'checks-need-no-zod',
      comment: 'words, checks and knobs of a chain come from its definition alone',
      severity: 'error',
      from: { path: '^src/language/', pathNot: TESTS },
      to: { path: 'node_modules/' },
    },
    {
      name: 'rows-are-data',
      severity: 'error',
      from: { path: '^src/chains/[^/]+/v[0-9]+/rows\\.ts$' },
      to: { pathNot: '^src/chains/[^/]+/v[0-9]+/rows\\.ts$' },
    },
    {
      name: 'a-chain-stands-alone',
      comment:
        'a version takes nothing from another chain; from a version before it only what is frozen (published.test.ts)',
      severity: 'error',
      from: { path: '^src/chains/([^/]+)/v[0-9]+/', pathNot: TESTS },
      to: { path: '^src/chains/[^/]+/v[0-9]+/', pathNot: '^src/chains/$1/' },
    },
    {
      name: 'definitions-are-chains-only',
      severity: 'error',
      from: { path: '^src/chains/definitions\\.ts$' },
      to: { pathNot: ['^src/chains/[^/]+/v[0-9]+/chain\\.ts$', DEFINE] },
    },
    {
      name: 'api-has-no-sql',
      severity: 'error',
      from: { path: '^src/(api|web)/', pathNot: TESTS },
      to: { path: '^src/platform/db/' },
    },
    {
      name: 'prisma-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/db/' },
      to: { path: ['node_modules/(@prisma|prisma)/', GENERATED] },
    },
    {
      name: 'no-development-package-in-what-runs',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/main/test\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no-cycles', severity: 'error', from: { pathNot: GENERATED }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // The only parser here that reads TypeScript: TypeScript 7 has no JavaScript API. It cannot tell a type import apart.
    parser: 'swc',
    doNotFollow: { path: ['node_modules', GENERATED] },
    exclude: { path: '^(dist|\\.ketenpad)/' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
