import { type CertificateFiles, certificateFaults } from '@omc/southbound';

const variables = { ca: 'OMC_LINK_CA', cert: 'OMC_LINK_CERT', key: 'OMC_LINK_KEY' } as const;

/** The settings that name the files for NE links over TLS. */
export type LinkFileSettings = {
  readonly [Name in (typeof variables)[keyof typeof variables]]?: string | undefined;
};

/** The files for NE links over TLS; undefined where they are not set, all three. */
export function linkFilesOf({
  OMC_LINK_CA: ca,
  OMC_LINK_CERT: cert,
  OMC_LINK_KEY: key,
}: LinkFileSettings): CertificateFiles | undefined {
  return ca === undefined || cert === undefined || key === undefined ? undefined : { ca, cert, key };
}

/** Everything that is wrong with those settings and with what the files hold. */
export function linkFileFaults(settings: LinkFileSettings): string[] {
  const files = linkFilesOf(settings);
  if (files !== undefined)
    return certificateFaults(files).map(({ file, fault }) => `${variables[file]}: ${files[file]}: ${fault}`);
  const names = Object.values(variables);
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === names.length) return [];
  return missing.map(
    (name) => `${name}: must be set, since ${names.filter((n) => !missing.includes(n)).join(' and ')} is`,
  );
}
