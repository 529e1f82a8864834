import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
/** The modules that it imports: Debian has none. */
const MODULES = 'config:node_modules/net-snmp/lib/mibs';

describe('the MIB module of the OMC', () => {
  it('has nothing that libsmi finds wrong, at its strictest', async () => {
    const env = { ...process.env, SMIPATH: MODULES };
    const { stdout, stderr } = await run('smilint', ['-s', '-l', '6', 'config/OMC-ALARM-MIB.mib'], {
      cwd: root,
      env,
    });
    expect(`${stdout}${stderr}`).toBe('');
  });
});
