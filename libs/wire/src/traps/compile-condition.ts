import { RE2JS } from 're2js';
import { oidOf } from './template.js';
import type { TrapCondition } from './trap-map.js';
import type { TrapValues } from './trap-values.js';

/** Patterns look at this much of a value. */
const LOOKED_AT = 4096;

/** Whether a notification is as a rule wants it. */
export interface Condition {
  holds(values: TrapValues): boolean;
  /** Names that templates can use once it holds. */
  readonly groups: readonly string[];
}

/** Makes a condition; a fault names what cannot be. Patterns run in linear time (RE2). */
export function compileCondition(
  condition: TrapCondition,
  names: Readonly<Record<string, string>>,
): Condition | { readonly fault: string } {
  const oid = oidOf(condition.varbind, names);
  if (oid === undefined)
    return { fault: `varbind: "${condition.varbind}" is no OID and no name of this map` };
  const test = testOf(condition);
  if ('fault' in test) return test;
  return {
    groups: test.groups,
    holds: (values) => {
      const text = values.textOf(oid);
      return text !== undefined && test.passes(text, values);
    },
  };
}

interface Test {
  readonly groups: readonly string[];
  passes(text: string, values: TrapValues): boolean;
}

function testOf({ is, startsWith, matches }: TrapCondition): Test | { readonly fault: string } {
  if (matches !== undefined) return patternTest(matches);
  if (startsWith !== undefined) return { groups: [], passes: (text) => text.startsWith(startsWith) };
  const wanted = new Set(is);
  return { groups: [], passes: (text) => wanted.has(text) };
}

function patternTest(source: string): Test | { readonly fault: string } {
  const pattern = compiled(source);
  if ('fault' in pattern) return pattern;
  const groups = Object.keys(pattern.namedGroups());
  return {
    groups,
    passes: (text, values) => {
      const matcher = pattern.matcher(text.slice(0, LOOKED_AT));
      if (!matcher.find()) return false;
      for (const group of groups) values.learn(group, matcher.group(group) ?? '');
      return true;
    },
  };
}

function compiled(source: string): RE2JS | { readonly fault: string } {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    return { fault: `matches: ${error instanceof Error ? error.message : String(error)}` };
  }
}
