import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '@omc/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RefusedSetting } from '../configuration/refused-setting.js';
import { hashPassword } from './passwords.js';
import { refuseDemoPassword } from './refuse-demo-password.js';

const DEMO = 'made-up-at-first';
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'omc-demo-'));
  writeFileSync(join(dataDir, 'credentials'), `admin:${DEMO}\n`);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function check(host: string, password: string | undefined, given?: string): Promise<void> {
  const at = new Date(0);
  const admin: User | null =
    password === undefined
      ? null
      : {
          name: 'admin',
          role: 'admin',
          scope: null,
          disabled: false,
          passwordChange: null,
          passwordHash: await hashPassword(password),
          createdAt: at,
          createdBy: 'omc',
          changedAt: at,
          changedBy: 'omc',
        };
  const settings = { OMC_HOST: host, OMC_DATA_DIR: dataDir, OMC_ADMIN_PASSWORD: given };
  await refuseDemoPassword(settings, { findUser: () => Promise.resolve(admin) });
}

it('refuses another address than loopback while admin has the password of the demo', async () => {
  await expect(check('0.0.0.0', DEMO)).rejects.toThrow(/OMC_HOST: 0\.0\.0\.0.*credentials.*127\.0\.0\.1/);
  await expect(check('::', DEMO)).rejects.toThrow(RefusedSetting);
});

it('refuses it at the first start, too, before there is an admin', async () => {
  await expect(check('10.0.0.5', undefined, DEMO)).rejects.toThrow('set OMC_ADMIN_PASSWORD');
});

it('lets it be on loopback, and where the password is another', async () => {
  await check('127.0.0.1', DEMO);
  await check('0.0.0.0', 'another than that');
  await check('0.0.0.0', undefined, 'another than that');
});

it('has nothing to say where there was no demo', async () => {
  rmSync(join(dataDir, 'credentials'));
  await check('0.0.0.0', DEMO);
});
