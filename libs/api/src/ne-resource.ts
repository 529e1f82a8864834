import { neKinds } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

const neId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -')
  .refine((id) => id !== 'network', 'is reserved for what belongs to no NE');
const host = z.string().min(1).max(253);
const port = z.number().int().min(1).max(65535);

export const nePost = z.strictObject({ id: neId, kind: z.enum(neKinds).default('link'), host, port });
export type NePost = z.input<typeof nePost>;

export const nePatch = z.strictObject({ host: host.optional(), port: port.optional() });
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
  /** Where it is, where its topology says so: objects of `network`. */
  site: z.string().exactOptional(),
  subnet: z.string().exactOptional(),
  link: z.object({
    state: z.enum(linkStates),
    /** When the last handshake was answered. */
    lastHandshakeAt: instant.nullable(),
    /** Unanswered handshakes in a row. */
    misses: z.number().int(),
    /** NE time minus OMC time, milliseconds; null while unknown. */
    clockOffsetMs: z.number().nullable(),
    /** Why the link is not connected. */
    reason: z.string().nullable(),
  }),
});
export type NeResource = z.infer<typeof neResource>;
