import { expect, test } from 'vitest';
import { type Part, parts } from './i18n/parts.js';
import { byKey } from './testing/texts-by-key.js';

/** The console's code by its path. */
const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const partOf = new Map<string, Part>();
for (const part of Object.keys(parts) as Part[])
  for (const key of byKey((await parts[part].en()).default).keys()) partOf.set(key, part);

/** A module, and the parts whose texts are there when it runs. */
interface Way {
  readonly file: string;
  readonly there: readonly string[];
}

/** The keys that a module names; of a template each that fits. */
function keysIn({ file }: Way): string[] {
  const names = (sources[file] ?? '').matchAll(
    /'([\w-]+(?:\.[\w-]+)+)'|`([\w-]+\.(?:[\w.-]|\$\{[^}]*\})+)`/g,
  );
  return [...names].flatMap(([, literal, template = '']) => {
    const pattern = (literal ?? template).replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+');
    const fits = new RegExp(`^${pattern}(_one|_other)?$`);
    return [...partOf.keys()].filter((key) => fits.test(key));
  });
}

/** Where it goes on from a module: what it imports finds the same texts, what it fetches also those it is fetched with. */
function waysFrom({ file, there }: Way): Way[] {
  const code = sources[file] ?? '';
  const imports = code.matchAll(/^(?:import|export) (?!type )(?:[^;']* from )?'(\.[^']+)';/gm);
  const fetches = code.matchAll(
    /\blazy(?:Part|WithTexts)\(\s*(?:\[([^\]]*)\],)?[^;]*? import\('(\.[^']+)'\)/g,
  );
  return [
    ...[...imports].map(([, path = '']) => ({ path, more: [] })),
    ...[...fetches].map(([, names = '', path = '']) => ({ path, more: names.match(/[\w-]+/g) ?? [] })),
  ].flatMap(({ path, more }) => {
    const { pathname } = new URL(path.replace(/\.js$/, ''), `file:///${file}`);
    const next = [`.${pathname}.ts`, `.${pathname}.tsx`].find((name) => name in sources);
    return next ? { file: next, there: [...new Set([...there, ...more])].sort() } : [];
  });
}

/** Every module with every set of parts that it may find. */
function everyWay(): Way[] {
  const known = new Map<string, Way>();
  const open: Way[] = [{ file: './main.tsx', there: ['frame'] }];
  for (let way = open.pop(); way; way = open.pop()) {
    const name = JSON.stringify(way);
    if (known.has(name)) continue;
    known.set(name, way);
    open.push(...waysFrom(way));
  }
  return [...known.values()];
}

/** By each key that is used: the parts that are there each time. */
const thereFor = new Map<string, readonly string[]>();
for (const way of everyWay())
  for (const key of keysIn(way))
    thereFor.set(key, thereFor.get(key)?.filter((part) => way.there.includes(part)) ?? way.there);

test('every text is there wherever it is used', () => {
  const missing = [...thereFor].filter(([key, there]) => !there.includes(partOf.get(key) ?? ''));
  expect(missing.map(([key]) => `${key} of ${partOf.get(key)}`)).toEqual([]);
});

test('the frame has no text that belongs to a page alone', () => {
  const ofPages = [...thereFor].filter(([key, there]) => partOf.get(key) === 'frame' && there.length > 1);
  expect(ofPages.map(([key, there]) => `${key}: ${there}`)).toEqual([]);
});

test('every text is used', () => {
  expect([...partOf.keys()].filter((key) => !thereFor.has(key))).toEqual([]);
});
