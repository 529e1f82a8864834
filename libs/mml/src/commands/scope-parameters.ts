import type { ParameterSpec } from '../table/parameter.js';

/** The alarm type. */
export const AID = {
  name: 'AID',
  type: { kind: 'integer', min: 1, max: 2147483647 },
  help: 'Alarm type, by its number in the catalogue',
} as const satisfies ParameterSpec;

/** An NE, registered or the reserved `network`. */
export const NE = { name: 'NE', type: { kind: 'ne' }, help: 'NE id' } as const satisfies ParameterSpec;

/** A managed object. */
export const OBJ = {
  name: 'OBJ',
  type: { kind: 'object' },
  help: 'Managed object, such as "Cell=3"; in double quotes',
} as const satisfies ParameterSpec;
