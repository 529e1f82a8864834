import { isNeId, isObjectName, NETWORK } from '@omc/alarm';
import type { MmlItem } from '../grammar/command.js';
import type { ArgumentValue, ParameterType } from './parameter.js';
import { readTime } from './read-time.js';

const WHOLE = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?\d{1,15}(\.\d{1,15})?$/;
const HOST = /^[A-Za-z0-9._:-]{1,253}$/;
const PORTS = { min: 1, max: 65535 };

/** Says which values a type takes, to stand behind "must be". */
export function describeType(type: ParameterType): string {
  switch (type.kind) {
    case 'integer':
      return `an integer from ${type.min} to ${type.max}`;
    case 'seconds':
      return `${type.min} to ${type.max} seconds, decimals allowed`;
    case 'enum':
      return type.values.join(', ').replace(/, ([^,]*)$/, ' or $1');
    case 'ne':
      return `an NE id of 1 to 64 characters A-Z a-z 0-9 . _ -${type.registrable ? `, not ${NETWORK}` : ''}`;
    case 'object':
      return 'an object name such as "Cell=3" of at most 255 bytes, or "" for the NE itself';
    case 'host':
      return 'an IP address or host name';
    case 'port':
      return `an integer from ${PORTS.min} to ${PORTS.max}`;
    case 'time':
      return 'a time in UTC such as "2026-11-23 14:00:00" or 2026-11-23T14:00:00.000Z';
    case 'string':
      return `a text of at most ${type.max} characters`;
  }
}

/** The value that was given, if the type takes it. A list or range is taken by none of the types yet. */
export function readValue(type: ParameterType, value: readonly MmlItem[]): ArgumentValue | undefined {
  const [item] = value;
  if (item === undefined || value.length > 1 || item.kind === 'range') return undefined;
  return readText(type, item.text);
}

function readText(type: ParameterType, text: string): ArgumentValue | undefined {
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
    case 'host':
      return HOST.test(text) ? text : undefined;
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
