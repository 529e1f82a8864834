import { expect, it } from 'vitest';
import { namesSecret } from '../before-running.js';
import { MmlDesk } from '../testing/mml-desk.js';

it.each([
  'LGI: OP=admin, PWD="hush 77" x;',
  'LGI: OP=admin, PWD "hush 77";',
  'LGI: OP=admin, PWD＝"hush 77"；',
  'LGI: OP=admin, pwd = "hush 77',
])('a password stands neither in the report nor in the history of %s', async (text) => {
  const { retcode, report } = await new MmlDesk().run(text);
  expect(retcode).toBe(1);
  expect(report).not.toContain('hush');
  expect(namesSecret(text)).toBe(true);
});
