import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { serverFileFaults } from './server-files.js';

const HERE = fileURLToPath(import.meta.url);

it('asks for certificate and key where one of the files is named', () => {
  expect(serverFileFaults({})).toEqual([]);
  expect(serverFileFaults({ OMC_TLS_CERT: HERE })).toEqual([
    'OMC_TLS_KEY: must be set, since OMC_TLS_CERT is',
  ]);
  expect(serverFileFaults({ OMC_TLS_CLIENT_CA: HERE })).toEqual([
    'OMC_TLS_CERT: must be set, since OMC_TLS_CLIENT_CA is',
    'OMC_TLS_KEY: must be set, since OMC_TLS_CLIENT_CA is',
  ]);
});

it('names each file that is not there or holds something else', () => {
  const faults = serverFileFaults({
    OMC_TLS_CERT: HERE,
    OMC_TLS_KEY: '/no/such/key.pem',
    OMC_TLS_CLIENT_CA: HERE,
  });
  expect(faults).toEqual([
    expect.stringContaining(`OMC_TLS_CLIENT_CA: ${HERE}: `),
    expect.stringContaining(`OMC_TLS_CERT: ${HERE}: `),
    expect.stringMatching(/^OMC_TLS_KEY: .*ENOENT/),
  ]);
});
