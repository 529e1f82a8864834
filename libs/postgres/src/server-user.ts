import { readFile } from 'node:fs/promises';

/** Whom PostgreSQL runs as; `undefined` stands for whoever runs this process. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. */
export const runsAsRoot = () => process.getuid?.() === 0;

/** The user for a new cluster: `postgres` where there is one, else `nobody`; when not root, whoever runs this process. */
export async function userForNewCluster(): Promise<ServerUser | undefined> {
  if (!runsAsRoot()) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8');
  return entry(passwd, 'postgres') ?? entry(passwd, 'nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

function entry(passwd: string, name: string): ServerUser | undefined {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return uid > 0 && gid > 0 ? { name, uid, gid } : undefined;
}
