import type { ParameterSpec } from '../table/parameter.js';

/** The alarm type. */
export const AID = {
  name: 'AID',
  type: { kind: 'integer', min: 1, max: 2147483647 },
  help: { en: 'Alarm type, by its number in the catalogue', zh: '告警类型，告警目录中的编号' },
} as const satisfies ParameterSpec;

/** An NE, registered or the reserved `network`. */
export const NE = {
  name: 'NE',
  type: { kind: 'ne' },
  help: { en: 'NE id', zh: '网元标识' },
} as const satisfies ParameterSpec;

/** A managed object. */
export const OBJ = {
  name: 'OBJ',
  type: { kind: 'object' },
  help: { en: 'Managed object, such as "Cell=3"; in double quotes', zh: '管理对象，如"Cell=3"，用双引号' },
} as const satisfies ParameterSpec;
