import { neKinds } from '@omc/alarm';
import { z } from 'zod';
import { host } from './host.js';
import { instant } from './times.js';

export { linkReasonText } from '@omc/alarm';

const neId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -')
  .refine((id) => id !== 'network', 'is reserved for what belongs to no NE');
const port = z.number().int().min(1).max(65535);

/** An address, or a network such as 10.0.0.0/8; what is longer than its prefix is not checked. */
const source = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'must be an IP address or a network such as 10.0.0.0/8',
});

/** From where and how notifications of SNMPv1 and v2c come; what is left out follows the OMC's own rule. */
const snmpAccess = z.strictObject({
  sources: z.array(source).min(1).max(100).exactOptional(),
  community: z.string().min(1).max(255).exactOptional(),
  /** Of kind `snmp`: the user of SNMPv3 by which it is asked, instead of the community. */
  user: z.string().min(1).max(32).exactOptional(),
  /** Of kind `snmp`: what becomes of its faults when it has restarted and has no table of active alarms. */
  onRestart: z.enum(['keep', 'clear']).exactOptional(),
});

/** Of `snmp`, null takes back what was set, all or one member; members that are left out stay. */
const snmpPatch = z.strictObject({
  sources: snmpAccess.shape.sources.unwrap().nullable().exactOptional(),
  community: snmpAccess.shape.community.unwrap().nullable().exactOptional(),
  user: snmpAccess.shape.user.unwrap().nullable().exactOptional(),
  onRestart: snmpAccess.shape.onRestart.unwrap().nullable().exactOptional(),
});

export const nePost = z.strictObject({
  id: neId,
  kind: z.enum(neKinds).default('link'),
  host,
  port,
  snmp: snmpAccess.exactOptional(),
  /** Whether the link goes over TLS; left out: where the OMC has certificates for links. */
  tls: z.boolean().exactOptional(),
});
export type NePost = z.input<typeof nePost>;

export const nePatch = z.strictObject({
  host: host.optional(),
  port: port.optional(),
  snmp: snmpPatch.nullable().exactOptional(),
  tls: z.boolean().nullable().exactOptional(),
});
export type NePatch = z.infer<typeof nePatch>;

/** States of an NE link. `disconnected`: three handshakes in a row were missed. */
export const linkStates = ['connecting', 'connected', 'disconnected', 'none'] as const;
export type LinkState = (typeof linkStates)[number];

/** An NE with what its link knows now. */
export const neResource = z.object({
  id: z.string(),
  kind: z.enum(neKinds),
  host: z.string(),
  port: z.number().int(),
  /** What is set of its notifications; of the community only that there is one. */
  snmp: z
    .object({
      sources: z.array(z.string()).nullable(),
      communitySet: z.boolean(),
      user: z.string().nullable(),
      onRestart: z.enum(['keep', 'clear']).nullable(),
    })
    .exactOptional(),
  tls: z.boolean().exactOptional().describe('whether its link goes over TLS, where that was set'),
  site: z.string().exactOptional().describe('its site, where its topology says so'),
  subnet: z.string().exactOptional().describe('its subnet, where its topology says so'),
  requires: z.array(z.string()).exactOptional().describe('what it cannot do without, such as network//Hub=3'),
  /** The active shelf that hides all of its alarms. */
  maintenance: z
    .object({ shelf: z.uuid(), owner: z.string(), reason: z.string(), until: instant })
    .exactOptional(),
  link: z.object({
    state: z.enum(linkStates),
    lastHandshakeAt: instant.nullable().describe('when the last handshake was answered'),
    misses: z.number().int().describe('unanswered handshakes in a row'),
    clockOffsetMs: z.number().nullable().describe('NE time minus OMC time; null while unknown'),
    reason: z.string().nullable().describe('why the link is not connected'),
  }),
});
export type NeResource = z.infer<typeof neResource>;
