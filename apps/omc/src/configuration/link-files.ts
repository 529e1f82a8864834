import type { CertificateFiles } from '@omc/southbound';
import { certificateFilesOf, certificateSettingFaults } from './certificate-settings.js';

const names = { ca: 'OMC_LINK_CA', cert: 'OMC_LINK_CERT', key: 'OMC_LINK_KEY' } as const;
const needed = ['ca', 'cert', 'key'] as const;

/** The settings that name the files for NE links over TLS. */
export type LinkFileSettings = {
  readonly [Name in (typeof names)[keyof typeof names]]?: string | undefined;
};

/** The files for NE links over TLS; undefined where they are not set, all three. */
export function linkFilesOf(settings: LinkFileSettings): CertificateFiles | undefined {
  return certificateFilesOf(settings, names, needed);
}

/** Everything that is wrong with those settings and with what the files hold. */
export function linkFileFaults(settings: LinkFileSettings): string[] {
  return certificateSettingFaults(settings, names, needed);
}
