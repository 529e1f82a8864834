import type { CertificateFiles } from '@omc/southbound';
import { certificateFilesOf, certificateSettingFaults } from './certificate-settings.js';

const names = { ca: 'OMC_TLS_CLIENT_CA', cert: 'OMC_TLS_CERT', key: 'OMC_TLS_KEY' } as const;
const needed = ['cert', 'key'] as const;

/** The settings that name the files for HTTPS. */
export type ServerFileSettings = {
  readonly [Name in (typeof names)[keyof typeof names]]?: string | undefined;
};

/** The files for HTTPS; undefined where certificate and key are not set: then HTTP is spoken. */
export function serverFilesOf(settings: ServerFileSettings): CertificateFiles | undefined {
  return certificateFilesOf(settings, names, needed);
}

/** Everything that is wrong with those settings and with what the files hold. */
export function serverFileFaults(settings: ServerFileSettings): string[] {
  return certificateSettingFaults(settings, names, needed);
}
