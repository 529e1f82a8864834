import { type CertificateFiles, certificateFaults } from '@omc/southbound';

/** The names of the settings for a use of TLS, by what their files hold. */
export type CertificateSettings = Readonly<Record<keyof CertificateFiles, string>>;

type Environment = Readonly<Record<string, unknown>>;

/** The files that the settings name; undefined where one that is `needed` is not set. */
export function certificateFilesOf(
  environment: Environment,
  names: CertificateSettings,
  needed: readonly (keyof CertificateFiles)[],
): CertificateFiles | undefined {
  if (needed.some((file) => environment[names[file]] === undefined)) return undefined;
  const [ca, cert, key] = [environment[names.ca], environment[names.cert], environment[names.key]];
  return { cert: String(cert), key: String(key), ...(ca !== undefined && { ca: String(ca) }) };
}

/** Everything that is wrong with the settings and with what their files hold. */
export function certificateSettingFaults(
  environment: Environment,
  names: CertificateSettings,
  needed: readonly (keyof CertificateFiles)[],
): string[] {
  const files = certificateFilesOf(environment, names, needed);
  if (files !== undefined)
    return certificateFaults(files).map(({ file, fault }) => `${names[file]}: ${files[file]}: ${fault}`);
  const set = Object.values(names).filter((name) => environment[name] !== undefined);
  if (set.length === 0) return [];
  return needed
    .map((file) => names[file])
    .filter((name) => !set.includes(name))
    .map((name) => `${name}: must be set, since ${set.join(' and ')} is`);
}
