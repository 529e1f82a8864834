import { type CertificateFiles, certificateFaults } from '@omc/southbound';

const variables = { ca: 'OMC_TLS_CLIENT_CA', cert: 'OMC_TLS_CERT', key: 'OMC_TLS_KEY' } as const;

/** The settings that name the files for HTTPS. */
export type ServerFileSettings = {
  readonly [Name in (typeof variables)[keyof typeof variables]]?: string | undefined;
};

/** The files for HTTPS; undefined where certificate and key are not set: then HTTP is spoken. */
export function serverFilesOf({
  OMC_TLS_CLIENT_CA: ca,
  OMC_TLS_CERT: cert,
  OMC_TLS_KEY: key,
}: ServerFileSettings): CertificateFiles | undefined {
  return cert === undefined || key === undefined ? undefined : { cert, key, ...(ca !== undefined && { ca }) };
}

/** Everything that is wrong with those settings and with what the files hold. */
export function serverFileFaults(settings: ServerFileSettings): string[] {
  const files = serverFilesOf(settings);
  if (files !== undefined)
    return certificateFaults(files).map(({ file, fault }) => `${variables[file]}: ${files[file]}: ${fault}`);
  const named = Object.values(variables).find((name) => settings[name] !== undefined);
  if (named === undefined) return [];
  return [variables.cert, variables.key]
    .filter((name) => settings[name] === undefined)
    .map((name) => `${name}: must be set, since ${named} is`);
}
