/**
 * The directions of the house. Sources of one package are in its `src`; another package is reached by its name only
 * and is seen here as the compiled front door `dist/index`, behind which nothing is followed.
 */
const frontDoor = (name) => `^${name}/dist/index[.](d[.]ts|js)$`;
const inside = (name) => (name === 'test' ? '^test/' : `^${name}/src/`);
const anyPackage = '^(libs/[^/]+|apps/[^/]+|migrations|test|bench)/';
const testFile = '[.](test|test-support)[.](tsx?|mjs)$|/testing/';
const external = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

const libraries = [
  'alarm',
  'catalogue',
  'wire',
  'mml',
  'api',
  'southbound',
  'postgres',
  'store',
  'harness',
].map((name) => `libs/${name}`);

/** What each package may import of this project; all of them may import the packages that they declare. */
const mayImport = {
  'libs/alarm': [],
  // A rule for notifications is written alike in the file and over REST.
  'libs/catalogue': ['libs/alarm', 'libs/api', 'libs/wire'],
  'libs/wire': ['libs/alarm'],
  'libs/mml': ['libs/alarm'],
  'libs/api': ['libs/alarm'],
  'libs/postgres': [],
  migrations: [],
  'libs/southbound': ['libs/alarm', 'libs/wire'],
  'libs/store': ['libs/alarm', 'libs/api', 'migrations'],
  'apps/omc': [
    'libs/alarm',
    'libs/catalogue',
    'libs/wire',
    'libs/mml',
    'libs/api',
    'libs/southbound',
    'libs/store',
    'libs/postgres',
  ],
  'libs/harness': ['libs/api'],
  'apps/mml': ['libs/mml', 'libs/api'],
  'apps/simulator': ['libs/alarm', 'libs/wire', 'libs/api'],
  'apps/console': ['libs/api'],
  test: [...libraries, 'apps/simulator'],
  bench: [...libraries, 'apps/simulator'],
};

const directions = Object.entries(mayImport).map(([from, to]) => ({
  name: `direction-of-${from.replace('/', '-')}`,
  comment: `${from} may import ${to.length > 0 ? to.join(', ') : 'nothing of this project'}.`,
  severity: 'error',
  from: { path: inside(from) },
  to: { path: anyPackage, pathNot: [inside(from), ...to.map(frontDoor)] },
}));

/** External packages and Node modules that are at home in few places. */
const homes = [
  { name: 'database', of: external('typeorm', 'pg', 'pg-copy-streams'), at: ['libs/store', 'migrations'] },
  { name: 'snmp', of: external('net-snmp'), at: ['apps/simulator'] },
  { name: 'socket-server', of: external('socket[.]io', '@nestjs/[^/]+'), at: ['apps/omc'] },
  {
    name: 'sockets',
    of: '^(node:)?(net|dgram|tls)$',
    at: ['libs/southbound', 'libs/postgres', 'libs/harness', 'apps/simulator', 'apps/omc'],
  },
].map(({ name, of, at }) => ({
  name: `home-of-${name}`,
  comment: `Only in ${at.join(', ')}; tests may use what they need.`,
  severity: 'error',
  from: { path: anyPackage, pathNot: [...at.map(inside), testFile, '^(test|bench)/'] },
  to: { path: of },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    ...homes,
    {
      name: 'core-is-pure',
      comment: 'The core does no input and output: it imports RxJS, and nothing of Node.js.',
      severity: 'error',
      from: { path: inside('libs/alarm'), pathNot: testFile },
      to: { path: '.', pathNot: [inside('libs/alarm'), external('rxjs')] },
    },
    {
      name: 'shapes-are-pure',
      comment: 'Frames, shapes and commands do no input and output either.',
      severity: 'error',
      from: { path: '^libs/(wire|mml|api)/src/', pathNot: testFile },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?buffer$' },
    },
    {
      name: 'front-doors-only',
      comment: 'Another package is imported by its name.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps/[^/]+|migrations|test|bench)/' },
      to: {
        path: anyPackage,
        pathNot: ['^$1/', '^(libs/[^/]+|apps/[^/]+|migrations)/dist/index[.](d[.]ts|js)$'],
      },
    },
    {
      name: 'scripts-stand-alone',
      comment: 'They run before anything is installed or built.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: testFile },
      to: { pathNot: '^scripts/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package says in its package.json what it imports.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-production',
      comment: 'But for omc-mml: what is installed of it is one file, with all that it imports in it.',
      severity: 'error',
      from: {
        path: '^(libs|apps)/[^/]+/src/|^migrations/src/',
        pathNot: [testFile, '^apps/mml/src/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { pathNot: [testFile, '^test/'] },
      to: { path: [testFile, '^test/'] },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nobody imports is forgotten.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '/vite[.]config[.]ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '^(test|bench)/(dist|artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
};
