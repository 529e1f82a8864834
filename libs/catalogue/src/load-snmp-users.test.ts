import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadSnmpUsers } from './load-snmp-users.js';

async function load(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'omc-users-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'users.yaml');
  await writeFile(path, text);
  const loaded = await loadSnmpUsers(path);
  return loaded.ok ? loaded : loaded.faults.map((fault) => fault.slice(folder.length + 1));
}

it('reads users, with the usual protocols where none is named', async () => {
  const text = 'users:\n- {user: station, authPassword: authentic 17, privPassword: nobody reads}\n';
  expect(await load(text)).toMatchObject({
    users: [{ user: 'station', authProtocol: 'sha256', privProtocol: 'aes' }],
  });
});

it('names each fault with its line, and no password', async () => {
  const text =
    'users:\n- user: station\n  authPassword: short\n  privPassword: nobody reads\n  authProtocol: md5\n- user: a b\n';
  const faults = await load(text);
  expect(faults).toEqual([
    expect.stringMatching(/^users.yaml:5: user 1, authProtocol: /),
    expect.stringMatching(/^users.yaml:3: user 1, authPassword: /),
    expect.stringMatching(/^users.yaml:6: user 2, user: /),
    expect.stringMatching(/^users.yaml:6: user 2, authPassword: /),
    expect.stringMatching(/^users.yaml:6: user 2, privPassword: /),
  ]);
  expect(String(faults)).not.toContain('short');
});

it('refuses two users of one name, and a file that is not there', async () => {
  const user = '{user: a, authPassword: authentic 17, privPassword: nobody reads}';
  expect(await load(`users: [${user}, ${user}]`)).toEqual([expect.stringContaining('more than once')]);
  expect(await loadSnmpUsers('/nowhere/users.yaml')).toMatchObject({ ok: false });
});
