import { expect, test } from 'vitest';
import { adviceFor } from './advice.js';

test.each([
  [
    'postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file',
    /library.*npm ci/i,
  ],
  ['FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device', /disk is full/],
  [
    'HINT:  Check free disk space.\nPANIC:  cannot abort transaction 1, it was already committed',
    /disk is full/,
  ],
  ["ENOENT: no such file or directory, mkdir '/proc/data'", /another folder/],
  ['could not access directory "/x/postgres": Permission denied', /permission/i],
  ['FATAL:  could not create any TCP/IP sockets', /port/i],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /memory/i],
  ['PANIC:  could not locate a valid checkpoint record', /damaged/],
  ['spawn /x/native/bin/postgres ENOENT', /does not run on this system.*DATABASE_URL/],
  ['something never seen before', /postgres\.log.*DATABASE_URL/],
])('"%s" comes with what to do', (line, advice) => {
  expect(adviceFor(['an innocent line', line])).toMatch(advice);
});
