import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { NetworkElement } from '@omc/alarm';

/** Whether a certificate is the NE's: it names its id, or else the host that is dialled. Gives an error where not. */
export function checkNeName({ id, host }: NetworkElement, certificate: PeerCertificate): Error | undefined {
  const named = new X509Certificate(certificate.raw).checkHost(id, { wildcards: false });
  if (named !== undefined || checkServerIdentity(host, certificate) === undefined) return undefined;
  return Object.assign(new Error(`the certificate names neither ${id} nor ${host}`), { code: undefined });
}
