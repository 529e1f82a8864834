import { severities } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** Notifications of one kind from one source that nothing maps, or whose NE is not known. */
export const unmappedTrapResource = z.object({
  source: z.string(),
  notification: z.string(),
  /** By MIB files and the mapping's names; null where nobody names it. */
  name: z.string().nullable(),
  count: z.number().int(),
  firstAt: instant,
  lastAt: instant,
  reason: z.string(),
  detail: z.string(),
  /** Of the last of them; octets that are no text in hexadecimal. */
  varbinds: z.array(z.object({ oid: z.string(), name: z.string().nullable(), value: z.string() })),
  /** A beginning for a mapping of it, without the alarm type. */
  suggestion: z.object({
    name: z.string(),
    notification: z.string(),
    state: z.literal('fault'),
    object: z.string(),
    text: z.string().exactOptional(),
  }),
});
export type UnmappedTrapResource = z.infer<typeof unmappedTrapResource>;

const oid = z.string().regex(/^[0-2](\.\d+)+$/, 'must be an OID such as 1.3.6.1.6.3.1.1.5.3');

/** A notification to be tried: what would become of it. */
export const trapDryRunPost = z.strictObject({
  notification: oid,
  varbinds: z
    .array(z.strictObject({ oid, value: z.union([z.string().max(65_535), z.number().int()]) }))
    .max(1000),
  /** The address that it would come from. */
  source: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
});
export type TrapDryRunPost = z.infer<typeof trapDryRunPost>;

/** What a notification becomes, and by which rule. */
export const trapDryRunResource = z.object({
  leads: z.enum(['report', 'resync', 'ignore', 'nothing']),
  rule: z.string().nullable(),
  ne: z.string().nullable(),
  /** Why it leads to nothing. */
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  report: z
    .object({
      ne: z.string(),
      object: z.string(),
      alarmId: z.number().int(),
      state: z.enum(['fault', 'ok']),
      severity: z.enum(severities).nullable(),
      text: z.string().nullable(),
    })
    .nullable(),
});
export type TrapDryRunResource = z.infer<typeof trapDryRunResource>;

/** A rule that says what notifications mean. */
export const trapMappingResource = z.object({
  name: z.string(),
  /** `file`: of `config/traps.yaml`; `stored`: added here, and asked before the file's. */
  origin: z.enum(['stored', 'file']),
  /** As it is understood. */
  rule: z.record(z.string(), z.unknown()),
  /** Why it is not in force; null where it is. */
  fault: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: instant.nullable(),
});
export type TrapMappingResource = z.infer<typeof trapMappingResource>;
