import type { Bilingual } from '@omc/alarm';
import type { MmlItem, MmlParameter } from '../grammar/command.js';
import { printValue } from '../grammar/print-command.js';
import { inBoth } from '../language.js';
import type { BoundArguments, CommandSpec } from './command-spec.js';
import { describeValues } from './describe-type.js';
import { type Failure, failure } from './outcome.js';
import type { ArgumentValue, ParameterSpec } from './parameter.js';
import { readValue } from './read-value.js';
import { didYouMeanOneOf } from './suggest.js';

export type Binding = { readonly ok: true; readonly args: BoundArguments } | Failure;

/** Holds what was given against a command's parameters; the first thing that is wrong is told. */
export function bindParameters(spec: CommandSpec, given: readonly MmlParameter[]): Binding {
  const args = new Map<string, ArgumentValue>();
  for (const parameter of given) {
    if (args.has(parameter.name)) return givenTwice(parameter);
    const bound = bindOne(spec, parameter);
    if (!bound.ok) return bound;
    args.set(parameter.name, bound.value);
  }
  const missing = missingOf(spec, args);
  if (missing !== undefined) return missing;
  for (const { name, default: value } of spec.parameters)
    if (value !== undefined && !args.has(name)) args.set(name, value);
  return backwardsIn(args) ?? { ok: true, args: Object.fromEntries(args) };
}

/** Nothing happened between an end and a later beginning: that is a slip of whoever typed it. */
function backwardsIn(args: ReadonlyMap<string, ArgumentValue>): Failure | undefined {
  const [from, until] = [args.get('ST'), args.get('ET')];
  if (typeof from !== 'number' || typeof until !== 'number' || from <= until) return undefined;
  return failure('outOfRange', { en: 'ET must not be before ST', zh: 'ET 不能早于 ST' });
}

function givenTwice({ name }: MmlParameter): Failure {
  return failure('syntax', { en: `${name} is given more than once`, zh: `${name} 重复` });
}

function bindOne(
  spec: CommandSpec,
  { name, value }: MmlParameter,
): { readonly ok: true; readonly value: ArgumentValue } | Failure {
  const parameter = spec.parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) return unknownParameter(spec, name);
  const read = readValue(parameter, value);
  return read === undefined ? wrongValue(parameter, value) : { ok: true, value: read };
}

function unknownParameter({ parameters }: CommandSpec, name: string): Failure {
  const names = parameters.map((parameter) => parameter.name);
  const guess = didYouMeanOneOf(names, name);
  const allowed = names.join(', ');
  return failure('outOfRange', {
    en: `${name} is not a parameter of this command${guess.en}; allowed: ${allowed || 'none'}`,
    zh: `${name} 不是该命令的参数${guess.zh}；可用参数: ${allowed || '无'}`,
  });
}

const SHOWN = 80;
const RANGE = /(?:^|&)(\d+)&&(\d+)(?=&|$)/;
const nothing: Bilingual = { en: '', zh: '' };

/** What is wrong with several values beyond each of them. */
function adviceOn({ most }: ParameterSpec, value: readonly MmlItem[], given: string): Bilingual {
  const several = value.length > 1 || value[0]?.kind === 'range';
  if (several && most === undefined)
    return { en: ' (one value only, without &)', zh: '（只能有一个值，不能用&）' };
  const [, from, to] = RANGE.exec(given) ?? [];
  if (from === undefined || most === undefined) return nothing;
  const count = Number(to) - Number(from) + 1;
  if (count < 1) return { en: ' (a range goes from the lower to the higher)', zh: '（范围须由小到大）' };
  return count > most ? { en: ` (the range has ${count} values)`, zh: `（该范围含${count}个值）` } : nothing;
}

function wrongValue(parameter: ParameterSpec, value: readonly MmlItem[]): Failure {
  const { name, type, secret } = parameter;
  const given = printValue(value);
  const shown = given.length > SHOWN ? `${given.slice(0, SHOWN)}…` : given;
  const allowed = describeValues(parameter);
  const meant = type.kind === 'enum' ? didYouMeanOneOf(type.values, given.toUpperCase()) : nothing;
  const guess = meant.en === '' ? adviceOn(parameter, value, given) : meant;
  const found = secret ? { en: '', zh: '' } : { en: `; it is ${shown}`, zh: `；输入值为 ${shown}` };
  return failure(
    'outOfRange',
    inBoth({
      en: (say) => `${name} must be ${say(allowed)}${say(found)}${say(guess)}`,
      zh: (say) => `${name} 必须是${say(allowed)}${say(found)}${say(guess)}`,
    }),
  );
}

function missingOf(spec: CommandSpec, args: ReadonlyMap<string, unknown>): Failure | undefined {
  const absent = spec.parameters.filter(({ name, required }) => required && !args.has(name));
  if (absent.length > 0) return mustBeNamed(absent);
  for (const { name, needs } of spec.parameters)
    if (needs !== undefined && args.has(name) && !args.has(needs))
      return failure('missing', {
        en: `${needs} must be named where ${name} is`,
        zh: `指定 ${name} 时必须指定 ${needs}`,
      });
  const choices = spec.atLeastOneOf;
  if (choices === undefined || choices.some((name) => args.has(name))) return undefined;
  return failure('missing', {
    en: `at least one of ${choices.join(', ')} must be named`,
    zh: `必须至少指定 ${choices.join(', ')} 之一`,
  });
}

function mustBeNamed(absent: readonly ParameterSpec[]): Failure {
  return failure(
    'missing',
    inBoth({
      en: (say) =>
        absent.map((each) => `${each.name} must be named (${say(describeValues(each))})`).join('; '),
      zh: (say) => absent.map((each) => `必须指定 ${each.name} (${say(describeValues(each))})`).join('；'),
    }),
  );
}
