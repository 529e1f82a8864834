import { faultsOfTopology, type TopologyFault, type TopologyPut, topologyPut } from '@omc/api';
import { type JsonExpected, type JsonFault, type JsonPlaces, jsonPlaces } from './json-places.js';
import { referencesOf } from './references-of.js';

/** The kinds of values that a topology is made of. */
const shapes = ['string', 'array', 'object'] as const;

/** What is to be said about a place of a topology's text. */
export interface Finding {
  readonly rule:
    | `json-${JsonExpected}`
    | TopologyFault['rule']
    | `unlike-${(typeof shapes)[number]}`
    | 'group'
    | 'unknown'
    | 'double'
    | 'other-ne'
    | 'left-out'
    | 'not-listed';
  /** The member, written as in `objects[3].requires[0]`; empty for the whole. */
  readonly path: string;
  /** Counted from 0, in UTF-16 units. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a text says, as far as that is a topology, and what is wrong or doubtful with it. */
export interface CheckedTopology {
  /** What can be put; undefined where something is wrong. */
  readonly topology: TopologyPut | undefined;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

type Found = Omit<Finding, 'line' | 'offset'> & { readonly offset?: number };
/** A value that follows the shape so far, as zod says what does not. */
type Issue = NonNullable<ReturnType<typeof topologyPut.safeParse>['error']>['issues'][number];

/** What the OMC tells with a topology, or lines of many have: not part of what is put. */
const BESIDE = ['version', 'warnings', 'ne'];
/** More errors or warnings are not told: a file of another kind has thousands. */
export const MOST_FINDINGS = 200;

/** Checks what is to be put as the topology of `ne` the way the OMC will, and warns of what it would take all the same. */
export function checkTopology(ne: string, text: string): CheckedTopology {
  const bare = text.replace(/^\uFEFF/, ' ');
  const places = jsonPlaces(bare);
  const at: ReadonlyMap<string, number> = 'at' in places ? places.at : new Map();
  const lineAt = lineCounter(bare);
  const { topology, errors, warnings } = read(ne, bare, places);
  return { topology, errors: placed(errors, at, lineAt), warnings: placed(warnings, at, lineAt) };
}

interface Read {
  readonly topology: TopologyPut | undefined;
  readonly errors: readonly Found[];
  readonly warnings: readonly Found[];
}

function read(ne: string, text: string, places: JsonPlaces | JsonFault): Read {
  const wrong = (errors: readonly Found[], warnings: readonly Found[] = []) => ({
    topology: undefined,
    errors,
    warnings,
  });
  if ('expected' in places)
    return wrong([{ rule: `json-${places.expected}`, path: '', offset: places.offset }]);
  if (places.twice.length > 0) return wrong(places.twice.map((each) => ({ rule: 'double', ...each })));
  const { value, errors, warnings } = withoutBeside(ne, JSON.parse(text));
  if (errors.length > 0) return wrong(errors, warnings);
  const { data, error } = topologyPut.safeParse(value);
  if (error) return wrong(error.issues.flatMap(unlike), warnings);
  const faults = [...upTo(MOST_FINDINGS, faultsOfTopology(ne, data))].map(
    ({ field, rule, values }): Found => ({ rule, path: field, ...(values && { values }) }),
  );
  if (faults.length > 0) return wrong(faults, warnings);
  return { topology: data, errors: [], warnings: [...warnings, ...unlisted(ne, data)] };
}

/** A file of another NE is an error; what else stands beside a topology is left out. */
function withoutBeside(ne: string, given: unknown) {
  const errors: Found[] = [];
  const warnings: Found[] = [];
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { value: given, errors, warnings };
  const members = Object.entries(given as Record<string, unknown>);
  for (const [path, value] of members) {
    if (!BESIDE.includes(path)) continue;
    if (path === 'ne' && value !== ne)
      errors.push({ rule: 'other-ne', path, values: { given: written(value), ne } });
    else if (path !== 'ne') warnings.push({ rule: 'left-out', path, values: { member: path } });
  }
  return { value: Object.fromEntries(members.filter(([path]) => !BESIDE.includes(path))), errors, warnings };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unlike(issue: Issue): Found[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((member) => ({
      rule: 'unknown',
      path: pathOf([...issue.path, member]),
      values: {
        member,
        allowed: issue.path.length === 0 ? 'site, subnet, requires, objects' : 'object, requires',
      },
    }));
  const shape = issue.code === 'invalid_type' ? shapes.find((each) => each === issue.expected) : undefined;
  if (shape) return [{ rule: `unlike-${shape}`, path }];
  return [{ rule: 'group', path }];
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, step) =>
      typeof step === 'number' ? `${before}[${step}]` : `${before}${before && '.'}${String(step)}`,
    '',
  );
}

/** What is required of this NE, but not listed: it is taken to work always, which may be a slip of the pen. */
function unlisted(ne: string, topology: TopologyPut): Found[] {
  const known = new Set(['', ...topology.objects.map(({ object }) => object)]);
  const found: Found[] = [];
  for (const { path, member } of referencesOf(topology)) {
    const object = member.startsWith(`${ne}//`) ? member.slice(ne.length + 2) : member;
    if (object.includes('//') || known.has(object)) continue;
    known.add(object);
    found.push({ rule: 'not-listed', path, values: { object } });
  }
  return found;
}

function* upTo<Each>(most: number, all: Iterable<Each>): Iterable<Each> {
  let count = 0;
  for (const each of all) {
    if (count++ >= most) return;
    yield each;
  }
}

/** Each with its place, in the order of the text. */
function placed(
  found: readonly Found[],
  places: ReadonlyMap<string, number>,
  lineAt: (offset: number) => number,
): Finding[] {
  return found
    .slice(0, MOST_FINDINGS)
    .map((each) => {
      const offset = each.offset ?? nearest(each.path, places);
      return { ...each, offset, line: lineAt(offset) };
    })
    .sort((a, b) => a.offset - b.offset);
}

/** Where a member is; where it is missing, what it is missing from. */
function nearest(path: string, places: ReadonlyMap<string, number>): number {
  const known = places.get(path);
  if (known !== undefined || path === '') return known ?? 0;
  return nearest(path.slice(0, Math.max(0, path.search(/(\.[^.[]*|\[\d+\])$/))), places);
}

function lineCounter(text: string): (offset: number) => number {
  return (offset) => {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  };
}
