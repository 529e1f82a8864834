import { LinkCertificates } from '@omc/southbound';
import type { Logger } from 'pino';
import type { Configuration } from '../configuration/configuration.js';
import { linkFilesOf } from '../configuration/link-files.js';
import type { SystemTime } from '../time/system-time.js';

/**
 * The certificates for NE links; undefined where none are configured. The configuration was checked: what is wrong
 * now became so since, and is thrown.
 */
export function linkCertificatesOf(
  configuration: Configuration,
  time: SystemTime,
  log: Logger,
): LinkCertificates | undefined {
  const files = linkFilesOf(configuration);
  if (files === undefined) return undefined;
  const opened = LinkCertificates.open(files, time.now, log);
  if (opened instanceof LinkCertificates) return opened;
  throw new Error(`the certificates for NE links are wrong: ${opened.map(({ fault }) => fault).join('; ')}`);
}
