import { spawnSync } from 'node:child_process';
import type { World } from './world.js';

/** Shows a text that is longer than the terminal in a pager; false where it is short, or there is no pager. */
export function page(text: string, { env, stdout }: World): boolean {
  const height = stdout.rows ?? 0;
  if (!stdout.isTTY || height === 0 || text.split('\n').length <= height) return false;
  const pager = env['PAGER'] || 'less';
  if (pager === 'cat') return false;
  // less: as it stands, without wrapping, and left on the screen.
  const environment = { ...process.env, LESS: env['LESS'] ?? '-SX', LESSCHARSET: 'utf-8' };
  const { error, status } = spawnSync(pager, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: environment,
    shell: /\s/.test(pager),
  });
  return error === undefined && status === 0;
}
