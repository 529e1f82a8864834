import { isObjectName, type RawState, type Severity, severities } from '@omc/alarm';
import { MAX_TEXT_LENGTH } from '../members.js';
import { type Condition, compileCondition } from './compile-condition.js';
import { compileTemplate, type Template } from './template.js';
import type { TrapLookup, TrapMap, TrapMapFault, TrapRule } from './trap-map.js';
import type { TrapValues } from './trap-values.js';

/** What a rule makes of a notification; the NE is still to be found among the candidates. */
export interface MappedReport {
  readonly neCandidates: readonly string[];
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  readonly severity?: Severity;
  readonly text?: string;
}

/** A rule that can be asked. */
export interface CompiledRule {
  readonly rule: TrapRule;
  holds(values: TrapValues): boolean;
  neCandidates(values: TrapValues): string[];
  /** The report, or why there is none. */
  report(values: TrapValues): MappedReport | { readonly reason: string };
}

type Give = (values: TrapValues) => string | undefined;

/** Compiles a rule; what is wrong with it is added to `faults`. */
export function compileRule(rule: TrapRule, map: TrapMap, at: number, faults: TrapMapFault[]): CompiledRule {
  const blame = (member: readonly (string | number)[], reason: string) =>
    void faults.push({ path: ['rules', at, ...member], reason });
  const conditions: Condition[] = [];
  for (const [place, each] of rule.when.entries()) {
    const condition = compileCondition(each, map.names);
    if ('fault' in condition) blame(['when', place], condition.fault);
    else conditions.push(condition);
  }
  const known = { names: map.names, groups: new Set(conditions.flatMap(({ groups }) => groups)) };
  const templates = (member: keyof TrapRule, texts: readonly string[]): Template[] =>
    texts.flatMap((text) => {
      const template = compileTemplate(text, known);
      if (!('fault' in template)) return [template];
      blame([member], template.fault);
      return [];
    });
  const give = (member: 'alarmId' | 'state' | 'severity'): Give => {
    const wanted = rule[member];
    return isLookup(wanted) ? lookUp(templates(member, wanted.of), wanted) : first(templates(member, wanted));
  };
  const nes = templates('ne', rule.ne);
  const alarmId = give('alarmId');
  const state = give('state');
  const severity = give('severity');
  const objects = templates('object', rule.object);
  const text = first(templates('text', rule.text));
  return {
    rule,
    holds: (values) => conditions.every((condition) => condition.holds(values)),
    neCandidates: (values) => nes.flatMap((template) => template.fill(values) ?? []),
    report: (values) => {
      const object = objects.map((each) => each.fillObject(values)).find(isObject);
      const id = Number(alarmId(values) ?? Number.NaN);
      const says = state(values);
      if (object === undefined) return { reason: 'object: no template gives the name of an object' };
      if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31) return { reason: 'alarmId: gives no number' };
      if (says !== 'fault' && says !== 'ok') return { reason: 'state: gives neither fault nor ok' };
      const grave = severities.find((name) => name === severity(values));
      const words = text(values)?.slice(0, MAX_TEXT_LENGTH);
      return {
        neCandidates: nes.flatMap((template) => template.fill(values) ?? []),
        object,
        alarmId: id,
        state: says,
        ...(grave !== undefined && { severity: grave }),
        ...(words !== undefined && { text: words }),
      };
    },
  };
}

function isObject(name: string | undefined): name is string {
  return name !== undefined && isObjectName(name);
}

function isLookup(value: readonly string[] | TrapLookup): value is TrapLookup {
  return 'of' in value;
}

function first(templates: readonly Template[]): Give {
  return (values) => {
    for (const template of templates) {
      const filled = template.fill(values);
      if (filled !== undefined) return filled;
    }
    return undefined;
  };
}

function lookUp(templates: readonly Template[], { map }: TrapLookup): Give {
  const table = new Map(Object.entries(map).map(([from, to]) => [from.toLowerCase(), to]));
  const key = first(templates);
  return (values) => table.get(key(values)?.toLowerCase() ?? '');
}
