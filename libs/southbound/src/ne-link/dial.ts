import { lookup } from 'node:dns';
import { connect, isIP, type LookupFunction, Socket } from 'node:net';
import type { NetworkElement } from '@omc/alarm';

const KEEP_ALIVE_MS = 30_000;

/** All links read into this, one after the other: what waits stays in the kernel, and nothing is allocated for it. */
const READ_INTO = Buffer.allocUnsafeSlow(8 * 1024);

/** Decides whether an address may be dialled. */
export type MayDial = (address: string, port: number) => boolean;

/**
 * Opens a TCP connection to an NE. Names are resolved here and their addresses checked, so that no name can lead to
 * where nothing may be dialled. What it reads is handed to `read`, good until that returns; whatever is wrong comes as
 * the socket's `error`.
 */
export function dial(
  ne: NetworkElement,
  read: (bytes: Uint8Array) => void,
  mayDial: MayDial = () => true,
): Socket {
  if (isIP(ne.host) !== 0 && !mayDial(ne.host, ne.port)) return new Socket().destroy(notAllowed(ne.host));
  return connect({
    host: ne.host,
    port: ne.port,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
    lookup: lookupAllowed(ne.port, mayDial),
    onread: {
      buffer: READ_INTO,
      callback: (length, buffer) => {
        read(buffer.subarray(0, length));
        return true;
      },
    },
  });
}

function lookupAllowed(port: number, mayDial: MayDial): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const allowed = error === null ? addresses.filter(({ address }) => mayDial(address, port)) : [];
      const [first] = allowed;
      if (error !== null) callback(error, '');
      else if (first === undefined) callback(notAllowed(hostname), '');
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function notAllowed(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} must not be dialled`), { code: 'not allowed' });
}
