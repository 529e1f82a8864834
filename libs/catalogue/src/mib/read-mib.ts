/** A name that a module gives to an OID: some arcs below a parent, or from the root where there is none. */
export interface MibAssignment {
  readonly name: string;
  readonly parent: string | undefined;
  readonly arcs: readonly number[];
}

/** What a MIB module says of names (RFC 2578 §3: only what OIDs need is read). */
export interface MibModule {
  readonly name: string;
  /** From which module a name is taken. */
  readonly imports: ReadonlyMap<string, string>;
  readonly assignments: readonly MibAssignment[];
}

const NOT_READ = /"[^"]*"|--[^\n]*/g;
const HEAD = /(?<![\w-])([A-Z][\w-]*)\s+(?:\{[^{}]*\}\s*)?DEFINITIONS\s*::=\s*BEGIN/g;
const MACRO = /(?<![\w-])[A-Z][A-Z-]*\s+MACRO\s*::=\s*BEGIN/g;
const END = /\bEND\b/g;
const DEFINED =
  /(?<![\w-])([a-z][\w-]*)\s+(?:OBJECT\s+IDENTIFIER|TRAP-TYPE|(?:OBJECT|NOTIFICATION)-TYPE|(?:MODULE|OBJECT)-IDENTITY|(?:OBJECT|NOTIFICATION)-GROUP|MODULE-COMPLIANCE|AGENT-CAPABILITIES)\b/g;
const PATH = /^\s*\{([^{}]*)\}/;
const ARC = /^(?:[A-Za-z][\w-]*\()?(\d{1,10})\)?$/;

/** Reads all modules of a text; what is no module is not looked at. */
export function readMibs(text: string): MibModule[] {
  const plain = withoutMacros(text.replace(NOT_READ, ' '));
  const heads = [...plain.matchAll(HEAD)];
  return heads.map((head, at) => {
    const body = plain.slice(head.index + head[0].length, heads[at + 1]?.index);
    return { name: head[1] ?? '', imports: importsOf(body), assignments: assignmentsOf(body) };
  });
}

/** A macro without an end has everything behind it. */
function withoutMacros(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(MACRO)) {
    if (index < from) continue;
    kept.push(text.slice(from, index));
    END.lastIndex = index;
    from = END.exec(text) === null ? text.length : END.lastIndex;
  }
  return [...kept, text.slice(from)].join(' ');
}

function importsOf(body: string): Map<string, string> {
  const imports = new Map<string, string>();
  const [, list = ''] = /\bIMPORTS\b([^;]*);/.exec(body) ?? [];
  let names: string[] = [];
  let isModule = false;
  for (const word of list.split(/[\s,]+/).filter(Boolean)) {
    if (isModule) for (const name of names) imports.set(name, word);
    if (isModule || word === 'FROM') {
      if (isModule) names = [];
      isModule = word === 'FROM' && !isModule;
    } else names.push(word);
  }
  return imports;
}

/** What stands before a `::=` defines what stands behind it. */
function assignmentsOf(body: string): MibAssignment[] {
  const parts = body.split('::=');
  return parts.slice(0, -1).flatMap((before, at) => {
    const defined = [...before.matchAll(DEFINED)].at(-1);
    const behind = parts[at + 1] ?? '';
    if (defined === undefined) return [];
    const [whole, name = ''] = defined;
    if (!whole.endsWith('TRAP-TYPE')) return assignmentOf(name, PATH.exec(behind)?.[1]);
    // RFC 1908 §2.1.2: the enterprise, 0, and the number of the trap.
    const [, enterprise] = /\bENTERPRISE\s+\{?\s*([a-z][\w-]*)/.exec(before.slice(defined.index)) ?? [];
    return assignmentOf(name, enterprise && `${enterprise} 0 ${/^\s*(\d+)/.exec(behind)?.[1]}`);
  });
}

function assignmentOf(name: string, path: string | undefined): MibAssignment[] {
  const [first, ...others] = path?.trim().split(/\s+/) ?? [];
  if (first === undefined) return [];
  const isParent = !ARC.test(first);
  const arcs = (isParent ? others : [first, ...others]).map((arc) => Number(ARC.exec(arc)?.[1]));
  if (arcs.some(Number.isNaN)) return [];
  return [{ name, parent: isParent ? first : undefined, arcs }];
}
