import { faultsOf, immediate } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';
import { inChinese } from './refusals-in-chinese.js';
import { refuse } from './refuse.js';

/** Whether nothing but names is left in Latin letters. */
const isChinese = (text: string) => /\p{Script=Han}/u.test(text) && !/\b[a-z]{3,} [a-z]{2,}\b/.test(text);

describe('refusals in Chinese', () => {
  it.each([
    ['NE eNB-1 is not registered', '网元eNB-1未注册'],
    ['already acknowledged by ops', '已由ops确认'],
    [
      'the filter of object Cell=1 of NE eNB-1 would no longer be valid: CTH must be 0 where CTW is 0, is 5',
      '网元eNB-1的对象Cell=1的过滤参数将不再有效: CTH 在CTW为0时必须为0，实际为5',
    ],
    ['127.0.0.1:3000 is a listener of the OMC itself', '127.0.0.1:3000是OMC自身的监听地址'],
  ])('say what %j says', (english, chinese) => {
    expect(inChinese(english)).toBe(chinese);
  });

  it('cover whatever can be wrong with a filter', () => {
    const wrong = [
      { createWindow: -1 },
      { statCreate: 1.5 },
      { createThreshold: 5 },
      { createWindow: 5, createThreshold: 9 },
      { restoreThreshold: 1 },
      { restoreWindow: 5, restoreThreshold: 9 },
      { statWindow: 9, statCreate: 2, statRestore: 3 },
      { statWindow: 9 },
    ].flatMap((members) => faultsOf({ ...immediate, ...members }));
    expect(wrong.length).toBeGreaterThanOrEqual(8);
    for (const { member, reason } of wrong) {
      const { zh } = refuse({ ok: false, refused: 'invalid', field: member, reason }).reason;
      expect(zh).toSatisfy(isChinese);
    }
  });

  it('leave what nobody has put into Chinese as it is', () => {
    expect(inChinese('something else')).toBe('something else');
  });
});

it('syntax errors are told in Chinese, the caret under the place', async () => {
  const desk = new MmlDesk();
  desk.language = 'zh';
  const { report } = await desk.run('LST ALMAF: NE="小区" X;');
  const lines = report.split('\n');
  expect(lines[3]).toBe(
    'RETCODE = 1  语法错误: 第1行第20列: 应为 "," 或 ";" (含 = , ; & 或空格的取值须用双引号)，实际为"X"',
  );
  // Each Chinese character takes two cells.
  expect(lines.slice(5, 7)).toEqual(['LST ALMAF: NE="小区" X;', `${' '.repeat(21)}^`]);
});
