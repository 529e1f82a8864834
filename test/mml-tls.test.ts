import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectPlainly } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { MmlClient, makeOmc, type OmcProcess, PASSWORD, retcodeOf } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestAuthority } from './test-certificates.js';

describe('MML over TLS', () => {
  let folder: string;
  let omc: OmcProcess;
  let ca: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-mml-tls-'));
    const authority = await TestAuthority.make('servers');
    const { cert, key } = await authority.issue('localhost');
    ca = authority.cert;
    await writeFile(join(folder, 'cert.pem'), cert);
    await writeFile(join(folder, 'key.pem'), key);
    omc = await makeOmc({ OMC_TLS_CERT: join(folder, 'cert.pem'), OMC_TLS_KEY: join(folder, 'key.pem') });
    await omc.start();
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('is spoken with whoever trusts the certificate', async () => {
    const socket = connect({ port: omc.mmlPort, host: '127.0.0.1', servername: 'localhost', ca });
    await once(socket, 'secureConnect');
    expect(socket.getProtocol()).toMatch(/^TLSv1\.[23]$/);
    const client = new MmlClient(socket);
    expect(retcodeOf(await client.run(`LGI: OP="admin", PWD="${PASSWORD}";`))).toBe(0);
    expect(retcodeOf(await client.run('LST NE:;'))).toBe(0);
    expect(retcodeOf(await client.run('LGO:;'))).toBe(0);
    await client.ended();
  });

  it('is refused by whoever does not trust the certificate', async () => {
    const socket = connect({ port: omc.mmlPort, host: '127.0.0.1', servername: 'localhost' });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('answers no command in clear text, and no TLS older than 1.2', async () => {
    const plain = connectPlainly(omc.mmlPort, '127.0.0.1').on('error', () => undefined);
    let heard = '';
    plain.on('data', (data: Buffer) => {
      heard += data.toString('latin1');
    });
    plain.write(`LGI: OP="admin", PWD="${PASSWORD}";\r\n`);
    await once(plain, 'close');
    expect(heard).not.toContain('RETCODE');
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const socket = connect({ port: omc.mmlPort, host: '127.0.0.1', servername: 'localhost', ca, ...old });
    await expect(once(socket, 'secureConnect')).rejects.toThrow(/protocol version/i);
  });

  it('keeps nobody who broke off: the OMC ends in order', async () => {
    expect(await omc.end()).toBe(0);
  });
});
