import { expect, test } from 'vitest';
import { stepsOf } from './steps-of.js';

test('numbered steps are told apart, in one line or in many', () => {
  expect(stepsOf('1. Look at port 2. 2. Clean it.\n3. Replace it by 3.5 m of fibre.')).toEqual([
    'Look at port 2.',
    'Clean it.',
    'Replace it by 3.5 m of fibre.',
  ]);
  expect(stepsOf('1. 检查供电。2. 查看光模块。')).toEqual(['检查供电。', '查看光模块。']);
});

test('a text without numbers has no steps', () => {
  expect(stepsOf('Call the site.')).toEqual([]);
});
