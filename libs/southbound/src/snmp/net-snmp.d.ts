/** The part of net-snmp that is used here; it brings no types of its own. */
declare module 'net-snmp' {
  import type { RemoteInfo } from 'node:dgram';

  interface SnmpVarbind {
    readonly oid: string;
    readonly type: number;
    readonly value: unknown;
  }

  interface SnmpPdu {
    readonly type: number;
    readonly id?: number;
    readonly varbinds: readonly SnmpVarbind[];
    readonly community?: string;
    readonly user?: string;
    readonly enterprise?: string;
    readonly generic?: number;
    readonly specific?: number;
  }

  interface ReceivedNotification {
    readonly pdu: SnmpPdu;
    readonly rinfo: RemoteInfo;
  }

  interface ReceiverOptions {
    readonly port?: number;
    readonly address?: string;
    readonly transport?: 'udp4' | 'udp6';
    readonly disableAuthorization?: boolean;
    readonly includeAuthentication?: boolean;
    readonly dgramModule?: object;
  }

  interface Receiver {
    getAuthorizer(): { addCommunity(community: string): void };
    close(): void;
  }

  export function createReceiver(
    options: ReceiverOptions,
    callback: (error: Error | null, data?: ReceivedNotification) => void,
  ): Receiver;

  interface Session {
    trap(
      oid: string | number,
      varbinds: readonly SnmpVarbind[],
      callback: (error: Error | null) => void,
    ): void;
    inform(
      oid: string | number,
      varbinds: readonly SnmpVarbind[],
      callback: (error: Error | null) => void,
    ): void;
    close(): void;
  }

  interface SessionOptions {
    readonly version: number;
    readonly trapPort: number;
    readonly retries?: number;
    readonly timeout?: number;
  }

  export function createSession(target: string, community: string, options: SessionOptions): Session;

  export const PduType: { readonly Trap: number; readonly TrapV2: number; readonly InformRequest: number };
  export const Version1: number;
  export const Version2c: number;
}
