import type { Varbind } from '@omc/wire';

/** Who is asked, and how it is spoken to. */
export interface SnmpTarget {
  /** An IP address. */
  readonly address: string;
  /** UDP port. */
  readonly port: number;
  readonly access: SnmpCredentials;
}

/** A community of SNMPv2c, or the name of a user of SNMPv3. */
export type SnmpCredentials = { readonly community: string } | { readonly user: string };

/** What came of a question. */
export type SnmpAnswer =
  | { readonly ok: true; readonly varbinds: readonly Varbind[] }
  | { readonly ok: false; readonly reason: string };
