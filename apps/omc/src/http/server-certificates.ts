import { readFileSync } from 'node:fs';
import type { Server } from 'node:https';
import { type CertificateFiles, certificateFaults, certificateFilesState } from '@omc/southbound';
import type { Logger } from 'pino';
import { type SchedulerLike, type Subscription, timer } from 'rxjs';

/** How often the files are looked at. */
const LOOK_MS = 5_000;

interface HttpsOptions {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: 'TLSv1.2';
  readonly ca?: Buffer;
  readonly requestCert?: boolean;
  readonly rejectUnauthorized?: boolean;
}

/** What an HTTPS server shows. It asks for a client's certificate where it knows who vouches for one, and insists on none. */
export function httpsOptionsOf(files: CertificateFiles): HttpsOptions {
  const { ca, cert, key } = files;
  return {
    cert: readFileSync(cert),
    key: readFileSync(key),
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: readFileSync(ca), requestCert: true, rejectUnauthorized: false }),
  };
}

/** Has renewed files count from the next connection on; such as are wrong leave the ones before in force. */
export function followServerCertificates(
  server: Pick<Server, 'setSecureContext'>,
  files: CertificateFiles,
  scheduler: SchedulerLike,
  log: Pick<Logger, 'info' | 'warn'>,
): Subscription {
  let state = certificateFilesState(files);
  return timer(LOOK_MS, LOOK_MS, scheduler).subscribe(() => {
    const now = certificateFilesState(files);
    if (now === state) return;
    state = now;
    const faults = certificateFaults(files);
    if (faults.length > 0)
      return log.warn(
        { faults },
        'the new certificate files for HTTPS are wrong: the ones before stay in force',
      );
    server.setSecureContext(httpsOptionsOf(files));
    log.info('new certificate files for HTTPS are in force');
  });
}
