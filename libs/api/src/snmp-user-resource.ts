import { authProtocols, privProtocols } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** RFC 3414 §5 allows 1 to 32 bytes; printable ASCII is what every device can be given. */
const user = z.string().regex(/^[!-~]{1,32}$/, 'must be 1 to 32 printable ASCII characters without blanks');
const password = z.string().min(8).max(256);

/** A user of SNMPv3 with its passwords, which are never shown again. */
export const snmpUserPost = z.strictObject({
  user,
  authProtocol: z.enum(authProtocols).default('sha256'),
  authPassword: password,
  privProtocol: z.enum(privProtocols).default('aes'),
  privPassword: password,
});
export type SnmpUserPost = z.infer<typeof snmpUserPost>;

/** A user of SNMPv3 as it may be shown. */
export const snmpUserResource = z.object({
  user: z.string(),
  authProtocol: z.enum(authProtocols),
  privProtocol: z.enum(privProtocols),
  createdBy: z.string(),
  createdAt: instant,
  /** False: its keys cannot be read, since they were sealed with a secret of another data folder; add it anew. */
  usable: z.boolean(),
});
export type SnmpUserResource = z.infer<typeof snmpUserResource>;
