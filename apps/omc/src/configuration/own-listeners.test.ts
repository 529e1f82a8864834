import { expect, it } from 'vitest';
import { isOwnListener } from './own-listeners.js';

const at = (OMC_HOST: string) => ({ OMC_HOST, OMC_PORT: 3000, OMC_MML_PORT: 6000 });

it.each([
  ['127.0.0.1', 3000, '127.0.0.1', true],
  ['127.0.0.1', 6000, '127.0.0.1', true],
  ['::ffff:127.0.0.1', 3000, '127.0.0.1', true],
  ['127.0.0.1', 3001, '127.0.0.1', false],
  ['127.0.0.2', 3000, '127.0.0.1', false],
  ['127.0.0.2', 3000, '0.0.0.0', true],
  ['127.0.0.1', 3000, '::', true],
  ['::1', 6000, '::', true],
  ['192.0.2.1', 3000, '0.0.0.0', false],
])('%s:%i beside an OMC on %s is its own: %s', (address, port, host, own) => {
  expect(isOwnListener(address, port, at(host))).toBe(own);
});
