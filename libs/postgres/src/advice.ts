/** What always helps: a server that somebody else runs. */
export const ANOTHER_SERVER = 'set DATABASE_URL to any PostgreSQL >= 15';

const OTHER_FOLDER = 'choose another folder with OMC_DATA_DIR';

/** What PostgreSQL, the dynamic loader or the system say when something is wrong, and what helps then. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /error while loading shared libraries|Library not loaded|cannot open shared object file/,
    `A library that PostgreSQL needs is missing: run "npm ci" again, install the library named above, or ${ANOTHER_SERVER}.`,
  ],
  [/GLIBC_|spawn \S+ ENOENT/, `The bundled PostgreSQL does not run on this system: ${ANOTHER_SERVER}.`],
  [
    /No space left on device|Check free disk space|Disk quota exceeded|ENOSPC|EDQUOT/,
    `The disk is full: free some space, or ${OTHER_FOLDER}.`,
  ],
  [/Read-only file system|EROFS/, `The file system is read-only: ${OTHER_FOLDER}, or ${ANOTHER_SERVER}.`],
  [
    /Cannot allocate memory|could not (map|create|resize|get size of) .*shared memory|Out of memory/i,
    'Too little memory for PostgreSQL: free some (shared_buffers takes 256 MB), or give the container more.',
  ],
  [
    /could not (bind|create any TCP\/IP sockets)|Address already in use/,
    'No port of 127.0.0.1 could be had: look at what listens there (ss -ltn) and at the firewall rules.',
  ],
  [
    /unrecognized configuration parameter|invalid value for parameter|is outside the valid range/,
    'A PostgreSQL setting is wrong: correct the one named above.',
  ],
  [
    /Permission denied|Operation not permitted|EACCES|EPERM/,
    `A permission is missing: make the folder writable for the user that runs the OMC, ${OTHER_FOLDER}, or ${ANOTHER_SERVER}.`,
  ],
  [
    /invalid page|could not locate a valid checkpoint|PANIC|checksum/,
    `The database looks damaged: restore the folder from a backup, or ${OTHER_FOLDER} to begin with an empty one.`,
  ],
  [/ENOTDIR|EEXIST|ENAMETOOLONG|ENOENT.*mkdir/, `The data folder cannot be made there: ${OTHER_FOLDER}.`],
];

/** What to do, judged by what was said. */
export function adviceFor(lines: readonly string[]): string {
  const said = lines.join('\n');
  const known = KNOWN.find(([pattern]) => pattern.test(said));
  return known?.[1] ?? `The lines above and postgres.log tell more; or ${ANOTHER_SERVER}.`;
}
