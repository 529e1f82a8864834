/** The part of net-snmp that sends notifications. */
declare module 'net-snmp' {
  import type { Socket } from 'node:dgram';
  import type { EventEmitter } from 'node:events';

  export interface Varbind {
    readonly oid: string;
    readonly type: number;
    readonly value: unknown;
  }

  export interface SessionOptions {
    readonly version: number;
    readonly trapPort: number;
    /** Makes the session's socket. */
    readonly dgramModule?: { createSocket(type: 'udp4'): Socket };
  }

  export interface Session extends EventEmitter {
    trap(oid: string, varbinds: readonly Varbind[], done: (error: Error | null) => void): void;
    close(): this;
  }

  const snmp: {
    readonly Version2c: number;
    createSession(target: string, community: string, options: SessionOptions): Session;
  };
  export default snmp;
}
