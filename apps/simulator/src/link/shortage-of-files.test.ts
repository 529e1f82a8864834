import { expect, it } from 'vitest';
import { shortageOfFiles } from './shortage-of-files.js';

it('warns where listeners and connections are more than the files that a process may open', () => {
  expect(shortageOfFiles(2000, 4096)).toBe(
    'warning: 2000 eNodeBs need about 4100 open files, this process may have 4096 (ulimit -n)',
  );
  expect(shortageOfFiles(2000, 4100)).toBeUndefined();
});

it('has nothing to say of one eNodeB in a process with its usual limits', () => {
  expect(shortageOfFiles(1)).toBeUndefined();
});
