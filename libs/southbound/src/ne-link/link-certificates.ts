import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { LinkLog } from './link-log.js';

/** Paths of the PEM files for TLS. */
export interface CertificateFiles {
  /** Who may vouch for the other side; undefined where nobody asks. */
  readonly ca?: string;
  /** The OMC's own certificate, with what is between it and its issuer. */
  readonly cert: string;
  readonly key: string;
}

/** What is wrong with one of the files. */
export interface CertificateFault {
  readonly file: keyof CertificateFiles;
  readonly fault: string;
}

/** How often the files are looked at, at the most. */
const LOOK_EVERY_MS = 1_000;

/** What links over TLS show and check: renewed files count for every connection that is made from then on. */
export class LinkCertificates {
  readonly #files: CertificateFiles;
  readonly #now: () => number;
  readonly #log: LinkLog;
  #context: SecureContext;
  #state: string;
  #lookedAt: number;

  private constructor(files: CertificateFiles, context: SecureContext, now: () => number, log: LinkLog) {
    this.#files = files;
    this.#context = context;
    this.#now = now;
    this.#log = log;
    this.#state = certificateFilesState(files);
    this.#lookedAt = now();
  }

  /** Reads the files; gives everything that is wrong with them where something is. */
  static open(
    files: CertificateFiles,
    now: () => number,
    log: LinkLog,
  ): LinkCertificates | readonly CertificateFault[] {
    const faults = certificateFaults(files);
    return faults.length > 0 ? faults : new LinkCertificates(files, contextOf(files), now, log);
  }

  /** For the next connection. Files that are wrong, such as half written ones, leave the ones before in force. */
  get context(): SecureContext {
    const now = this.#now();
    if (now - this.#lookedAt < LOOK_EVERY_MS) return this.#context;
    this.#lookedAt = now;
    const state = certificateFilesState(this.#files);
    if (state !== this.#state) this.#renew(state);
    return this.#context;
  }

  #renew(state: string): void {
    this.#state = state;
    const faults = certificateFaults(this.#files);
    if (faults.length > 0) {
      this.#log.warn(
        { faults },
        'the new certificate files for NE links are wrong: the ones before stay in force',
      );
      return;
    }
    this.#context = contextOf(this.#files);
    this.#log.info({}, 'new certificate files for NE links are in force');
  }
}

/** Everything that is wrong with certificate files. */
export function certificateFaults({ ca, cert, key }: CertificateFiles): readonly CertificateFault[] {
  const faults: CertificateFault[] = [];
  const take = <Value>(file: keyof CertificateFiles, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      faults.push({ file, fault: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  if (ca !== undefined) take('ca', () => new X509Certificate(readFileSync(ca)));
  const own = take('cert', () => new X509Certificate(readFileSync(cert)));
  const secret = take('key', () => createPrivateKey(readFileSync(key)));
  if (own !== undefined && secret !== undefined && !own.checkPrivateKey(secret))
    faults.push({ file: 'key', fault: 'is not the key of the certificate' });
  return faults;
}

function contextOf({ ca, cert, key }: CertificateFiles): SecureContext {
  return createSecureContext({
    ...(ca !== undefined && { ca: readFileSync(ca) }),
    cert: readFileSync(cert),
    key: readFileSync(key),
    minVersion: 'TLSv1.2',
  });
}

/** Another one after each change of a file, also where it is replaced. */
export function certificateFilesState({ ca, cert, key }: CertificateFiles): string {
  return [ca ?? [], cert, key]
    .flat()
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`;
    })
    .join();
}
