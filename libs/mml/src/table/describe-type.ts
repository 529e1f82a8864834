import { type Bilingual, NETWORK } from '@omc/alarm';
import type { ParameterSpec, ParameterType } from './parameter.js';
import { PORTS } from './read-value.js';

/** Says which values a parameter takes, to stand behind "must be". */
export function describeValues({ type, most }: Pick<ParameterSpec, 'type' | 'most'>): Bilingual {
  const { en, zh } = describeType(type);
  if (most === undefined) return { en, zh };
  const ranges = type.kind === 'integer';
  return {
    en: `${en}; up to ${most} joined by &${ranges ? ', ranges from&&to' : ''}`,
    zh: `${zh}；可用&连接最多${most}个值${ranges ? '，范围写作 from&&to' : ''}`,
  };
}

function describeType(type: ParameterType): Bilingual {
  switch (type.kind) {
    case 'integer':
      return { en: `an integer from ${type.min} to ${type.max}`, zh: `${type.min}到${type.max}的整数` };
    case 'seconds':
      return {
        en: `${type.min} to ${type.max} seconds, decimals allowed`,
        zh: `${type.min}到${type.max}秒，可带小数`,
      };
    case 'enum':
      return {
        en: type.values.join(', ').replace(/, ([^,]*)$/, ' or $1'),
        zh: type.values.join('、').replace(/、([^、]*)$/, '或$1'),
      };
    case 'ne':
      return {
        en: `an NE id of 1 to 64 characters A-Z a-z 0-9 . _ -${type.registrable ? `, not ${NETWORK}` : ''}`,
        zh: `网元标识，1到64个字符 A-Z a-z 0-9 . _ -${type.registrable ? `，不能为${NETWORK}` : ''}`,
      };
    case 'object':
      return {
        en: 'an object name such as "Cell=3" of at most 255 bytes, or "" for the NE itself',
        zh: '对象名，如"Cell=3"，最多255字节；""表示网元本身',
      };
    case 'alarm':
      return {
        en: 'the ID of an alarm, as LST ALMAF shows it',
        zh: '告警流水号，见LST ALMAF',
      };
    case 'host':
      return { en: 'an IP address or host name', zh: 'IP地址或主机名' };
    case 'port':
      return { en: `an integer from ${PORTS.min} to ${PORTS.max}`, zh: `${PORTS.min}到${PORTS.max}的整数` };
    case 'time':
      return {
        en: 'a time in UTC such as "2026-11-23 14:00:00" or 2026-11-23T14:00:00.000Z',
        zh: 'UTC时间，如"2026-11-23 14:00:00"或2026-11-23T14:00:00.000Z',
      };
    case 'string':
      return { en: `a text of at most ${type.max} characters`, zh: `最多${type.max}个字符的文本` };
  }
}
