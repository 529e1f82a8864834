/** The part of net-snmp that is used here; it brings no types of its own. */
declare module 'net-snmp' {
  interface SnmpVarbind {
    readonly oid: string;
    readonly type: number;
    readonly value: unknown;
  }

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

  export const Version1: number;
  export const Version2c: number;
}
