import { trapRule } from '@omc/api';
import { z } from 'zod';

const oid = z.string().regex(/^[0-2](\.\d+)+$/, 'must be an OID such as 1.3.6.1.4.1');

/** The file of trap mappings. */
export const trapMapSchema = z.strictObject({
  names: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be a word'), oid).default({}),
  rules: z.array(trapRule),
});
