import type { TrapValues } from './trap-values.js';

const PLACEHOLDER = /\$\{([^{}]*)\}/;
const REFERENCE = /^([A-Za-z][A-Za-z0-9]*|[0-2](?:\.\d+)+)(?:#(-?[1-9]\d*))?$/;
const NOT_IN_OBJECT = /[,=\p{Cc}\p{Cs}]+/gu;

type Source = (values: TrapValues) => string | undefined;

/** A text with places to be filled; undefined where one of them cannot. */
export interface Template {
  fill(values: TrapValues): string | undefined;
  /** The same, with what would break an object's name replaced by `_`, unless one value is the whole name. */
  fillObject(values: TrapValues): string | undefined;
}

/** What a template may refer to. */
export interface TemplateNames {
  readonly names: Readonly<Record<string, string>>;
  readonly groups: ReadonlySet<string>;
}

/** Reads a template: `${name}`, `${OID}`, `${name#1}` (part of an index), `${a|b}` (the first there is). */
export function compileTemplate(text: string, known: TemplateNames): Template | { readonly fault: string } {
  const pieces = text.split(PLACEHOLDER);
  const sources: Source[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    const source = sourceOf(pieces[i] ?? '', known);
    if (typeof source !== 'function') return source;
    sources.push(source);
  }
  const literals = pieces.filter((_, place) => place % 2 === 0);
  const isWhole = sources.length === 1 && literals.every((literal) => literal === '');
  const fill = (values: TrapValues, clean: (value: string) => string): string | undefined => {
    let filled = literals[0] ?? '';
    for (const [place, source] of sources.entries()) {
      const value = source(values);
      if (value === undefined) return undefined;
      filled += clean(value) + (literals[place + 1] ?? '');
    }
    return filled;
  };
  return {
    fill: (values) => fill(values, (value) => value),
    fillObject: (values) => fill(values, (value) => (isWhole ? value : value.replace(NOT_IN_OBJECT, '_'))),
  };
}

function sourceOf(placeholder: string, known: TemplateNames): Source | { readonly fault: string } {
  const sources: Source[] = [];
  for (const reference of placeholder.split('|')) {
    const source = readReference(reference.trim(), known);
    if (source === undefined)
      return { fault: `\${${placeholder}}: "${reference}" is no OID, and nothing of this name is known` };
    sources.push(source);
  }
  return (values) => {
    for (const source of sources) {
      const value = source(values);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
}

function readReference(text: string, { names, groups }: TemplateNames): Source | undefined {
  const [, name = '', part] = REFERENCE.exec(text) ?? [];
  if (groups.has(name) && part === undefined) return (values) => values.group(name);
  const oid = oidOf(name, names);
  if (oid === undefined) return undefined;
  if (part === undefined) return (values) => values.textOf(oid);
  return (values) => values.indexPart(oid, Number(part));
}

/** The OID that a name stands for, or that is given itself. */
export function oidOf(name: string, names: Readonly<Record<string, string>>): string | undefined {
  if (/^[0-2](\.\d+)+$/.test(name)) return name;
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
