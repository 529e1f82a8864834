import { lookup } from 'node:dns';
import { connect, isIP, type LookupFunction, Socket } from 'node:net';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import type { NetworkElement } from '@omc/alarm';
import { checkNeName } from './check-ne-name.js';
import type { LinkCertificates } from './link-certificates.js';

const KEEP_ALIVE_MS = 30_000;

/** All links read into this, one after the other: what waits stays in the kernel, and nothing is allocated for it. */
const READ_INTO = Buffer.allocUnsafeSlow(8 * 1024);

/** What dialling goes by. */
export interface DialRules {
  /** Decides whether an address may be dialled; everything, where it is left out. */
  mayDial?(address: string, port: number): boolean;
  /** With them NEs are dialled over TLS, unless an NE says otherwise. */
  readonly certificates?: LinkCertificates | undefined;
}

/**
 * Opens a connection to an NE, over TLS where it is to be. Names are resolved here and their addresses checked, so that
 * no name can lead to where nothing may be dialled. What it reads is handed to `read`, good until that returns; `ready`
 * is told when both sides may talk; whatever is wrong comes as the socket's `error`.
 */
export function dial(
  ne: NetworkElement,
  read: (bytes: Uint8Array) => void,
  ready: () => void,
  rules: DialRules = {},
): Socket {
  const mayDial = (address: string, port: number) => rules.mayDial?.(address, port) ?? true;
  if (isIP(ne.host) !== 0 && !mayDial(ne.host, ne.port)) return refused(notAllowed(ne.host));
  const options = {
    host: ne.host,
    port: ne.port,
    lookup: lookupAllowed(ne.port, mayDial),
    onread: {
      buffer: READ_INTO,
      callback: (length: number, buffer: Uint8Array) => {
        read(buffer.subarray(0, length));
        return true;
      },
    },
  };
  const { certificates } = rules;
  if (!(ne.tls ?? certificates !== undefined))
    return connect(
      { ...options, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
      ready,
    );
  if (certificates === undefined) return refused(new Error('TLS is not configured'));
  return dialSecurely(ne, options, certificates, ready);
}

/** The NE's id is told in the clear (SNI), so that one address can stand for many NEs. */
function dialSecurely(
  ne: NetworkElement,
  options: object,
  certificates: LinkCertificates,
  ready: () => void,
): TLSSocket {
  const socket = connectSecurely(
    {
      ...options,
      secureContext: certificates.context,
      minVersion: 'TLSv1.2',
      servername: isIP(ne.id) === 0 ? ne.id : '',
      checkServerIdentity: (_, certificate) => checkNeName(ne, certificate),
    },
    ready,
  );
  return socket.once('connect', () => socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS));
}

function refused(error: Error): Socket {
  return new Socket().destroy(error);
}

function lookupAllowed(port: number, mayDial: (address: string, port: number) => boolean): LookupFunction {
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
