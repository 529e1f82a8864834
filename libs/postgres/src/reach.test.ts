import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reaches } from './reach.js';
import { folder } from './testing/places.js';

const stranger = { name: 'stranger', uid: 54321, gid: 54321 };

test('a stranger reaches a folder that lets everybody through, and not one below a closed parent', async () => {
  const outer = await folder();
  const inner = join(outer, 'a/b');
  await mkdir(inner, { recursive: true });
  for (const path of [join(outer, 'a'), inner]) await chmod(path, 0o755);
  expect(await reaches(stranger, inner)).toBe(true);
  await chmod(join(outer, 'a'), 0o750);
  expect(await reaches(stranger, inner)).toBe(false);
});

test('its group and its owner go by their own bits', async () => {
  const path = await folder(0o700);
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  expect(await reaches({ name: 'owner', uid, gid: 1 }, path)).toBe(true);
  expect(await reaches({ name: 'member', uid: 54321, gid }, path)).toBe(false);
  await chmod(path, 0o710);
  expect(await reaches({ name: 'member', uid: 54321, gid }, path)).toBe(true);
});

test('a link is judged by where it leads', async () => {
  const [open, closed] = [await folder(), await folder(0o700)];
  await symlink(closed, join(open, 'link'));
  expect(await reaches(stranger, join(open, 'link'))).toBe(false);
});
