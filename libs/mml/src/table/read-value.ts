import { isNeId, isObjectName, NETWORK } from '@omc/alarm';
import type { MmlItem, MmlRange } from '../grammar/command.js';
import type { ArgumentValue, ParameterSpec, ParameterType, SingleValue } from './parameter.js';
import { readTime } from './read-time.js';

const WHOLE = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/;
const HOST = /^[A-Za-z0-9._:-]{1,253}$/;
/** What ends in a number is read as an IPv4 address wherever it is used, and no host is called so. */
const ENDS_IN_NUMBER = /(^|\.)\d+\.?$/;
const IPV4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ports that there are. */
export const PORTS = { min: 1, max: 65535 };

/** The value that was given, if the parameter takes it. */
export function readValue(
  { type, most }: Pick<ParameterSpec, 'type' | 'most'>,
  value: readonly MmlItem[],
): ArgumentValue | undefined {
  if (most !== undefined) return readList(type, most, value);
  const [item] = value;
  if (item === undefined || value.length > 1 || item.kind === 'range') return undefined;
  return readText(type, item.text);
}

/** Each value once, in the order in which they were given. */
function readList(
  type: ParameterType,
  most: number,
  value: readonly MmlItem[],
): readonly SingleValue[] | undefined {
  const list = new Set<SingleValue>();
  for (const item of value) {
    const values = item.kind === 'range' ? readRange(type, most, item) : [readText(type, item.text)];
    if (values === undefined) return undefined;
    for (const each of values) {
      if (each === undefined) return undefined;
      list.add(each);
    }
    if (list.size > most) return undefined;
  }
  return [...list];
}

function readRange(type: ParameterType, most: number, { from, to }: MmlRange): number[] | undefined {
  if (type.kind !== 'integer') return undefined;
  const [first, last] = [readNumber(from.text, WHOLE, type), readNumber(to.text, WHOLE, type)];
  if (first === undefined || last === undefined || last < first || last - first >= most) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function readText(type: ParameterType, text: string): SingleValue | undefined {
  switch (type.kind) {
    case 'integer':
      return readNumber(text, WHOLE, type);
    case 'seconds':
      return readNumber(text, DECIMAL, type);
    case 'enum':
      return type.values.find((allowed) => allowed.toUpperCase() === text.toUpperCase());
    case 'ne':
      return isNeId(text) && !(type.registrable && text === NETWORK) ? text : undefined;
    case 'object':
      return isObjectName(text) ? text : undefined;
    case 'alarm':
      return UUID.test(text.toLowerCase()) ? text.toLowerCase() : undefined;
    case 'host':
      return HOST.test(text) && (!ENDS_IN_NUMBER.test(text) || text.includes(':') || IPV4.test(text))
        ? text
        : undefined;
    case 'port':
      return readNumber(text, WHOLE, PORTS);
    case 'time':
      return readTime(text);
    case 'string':
      return [...text].length <= type.max ? text : undefined;
  }
}

function readNumber(text: string, form: RegExp, range: { min: number; max: number }): number | undefined {
  if (!form.test(text)) return undefined;
  const value = Number(text) + 0;
  return value >= range.min && value <= range.max ? value : undefined;
}
