import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/** The secret of a data folder with which keys are sealed; made at the first time, readable for the owner alone. */
export async function sealingSecret(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'snmp-secret');
  const secret = (await readSecret(path)) ?? (await makeSecret(dataDir, path));
  if (secret.length === SECRET_BYTES) return secret;
  throw new Error(
    `${path} must hold ${SECRET_BYTES} bytes in hexadecimal: restore it, or remove it and add the SNMP users anew`,
  );
}

async function readSecret(path: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file is there as a whole or not at all, even after a power cut. */
async function makeSecret(dataDir: string, path: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(SECRET_BYTES);
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${secret.toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(draft, path);
  await rm(draft);
  return secret;
}
