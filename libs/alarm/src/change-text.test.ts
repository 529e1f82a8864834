import { describe, expect, it } from 'vitest';
import { changeKinds, clearCauses } from './alarm.js';
import { changeText } from './change-text.js';
import { immediate } from './filter.js';

const filter = (members: object) => ({ filter: { ...immediate, ...members } });
const shelf = { id: 'x', owner: 'wang', reason: 'mast work', until: '2026-11-28T13:00:00.000Z' };

describe('the text of a change', () => {
  it.each([
    ['raised', filter({}), 'Reported; no create window', '设备上报，无产生窗口'],
    [
      'raised',
      filter({ createWindow: 90, createThreshold: 90 }),
      'In fault for 90 s without a break',
      '故障持续 90 秒未中断',
    ],
    [
      'raised',
      filter({ createWindow: 30, createThreshold: 18 }),
      'In fault for 18 of the last 30 s',
      '最近 30 秒内故障累计 18 秒',
    ],
    [
      'raised',
      {
        intermittent: true,
        ...filter({ createWindow: 90, createThreshold: 90, statWindow: 60, statCreate: 10 }),
      },
      '10 faults began within 60 s: intermittent',
      '60 秒内发生 10 次故障：间歇性告警',
    ],
    [
      'raised',
      filter({ realTime: true, createWindow: 90, createThreshold: 90 }),
      'Reported; no create window',
      '设备上报，无产生窗口',
    ],
    [
      'raised',
      { reason: 'timeout' },
      'The NE stopped answering handshakes: timeout',
      '网元停止应答握手：无应答',
    ],
    [
      'cleared',
      { cause: 'report', ...filter({}) },
      'Reported ok; no restore window',
      '设备上报恢复，无恢复窗口',
    ],
    [
      'cleared',
      { cause: 'report', ...filter({ restoreWindow: 15 }) },
      'Ok for 15 s without a break',
      '恢复持续 15 秒未中断',
    ],
    [
      'cleared',
      { cause: 'report', ...filter({ restoreWindow: 30, restoreThreshold: 2 }) },
      'In fault for at most 2 of the last 30 s',
      '最近 30 秒内故障累计不超过 2 秒',
    ],
    [
      'cleared',
      { cause: 'report', ...filter({ realTime: true, restoreWindow: 15 }) },
      'Reported ok; no restore window',
      '设备上报恢复，无恢复窗口',
    ],
    ['cleared', { cause: 'resync' }, 'A re-sync no longer named the fault', '同步结果中不再有该故障'],
    ['cleared', { cause: 'reconnect' }, 'The NE answers again', '网元恢复应答'],
    ['cleared', { cause: 'operator' }, 'Cleared by li', '由 li 手工清除'],
    ['cleared', { cause: 'removed' }, 'The NE was removed', '网元已删除'],
    ['cleared', { cause: 'filter' }, 'Cleared by a change of the filter', '因过滤条件变更而清除'],
    ['cleared', { cause: 'derived' }, 'What it was derived from is over', '推导该告警的条件已不成立'],
    ['reason', { reason: 'refused' }, 'Redial failed: refused', '重连失败：连接被拒绝'],
    [
      'shelved',
      { shelf },
      'Shelved by wang until 2026-11-28 13:00 UTC: mast work',
      '由 wang 搁置至 2026-11-28 13:00 UTC：mast work',
    ],
    [
      'unshelved',
      { shelf, because: 'expired' },
      'No longer shelved: the time of the shelf of wang is over',
      'wang 的搁置已到期',
    ],
    [
      'unshelved',
      { shelf, because: 'operator' },
      'No longer shelved: li ended the shelf of wang',
      'wang 的搁置已由 li 取消',
    ],
    [
      'raised',
      { ...filter({}), shelf },
      'Reported; no create window. Shelved by wang until 2026-11-28 13:00 UTC: mast work',
      '设备上报，无产生窗口。由 wang 搁置至 2026-11-28 13:00 UTC：mast work',
    ],
  ] as const)('%s %j reads "%s"', (kind, facts, en, zh) => {
    expect(changeText({ kind, facts, by: 'li' })).toEqual({ en, zh });
  });

  it('names nobody where nobody is known', () => {
    expect(changeText({ kind: 'cleared', facts: { cause: 'operator' } }).en).toBe('Cleared by an operator');
  });

  it('is there in both languages for every kind and cause', () => {
    const told = [
      ...changeKinds.map((kind) => changeText({ kind, facts: kind === 'reason' ? { reason: 'reset' } : {} })),
      ...clearCauses.map((cause) => changeText({ kind: 'cleared', facts: { cause } })),
    ];
    for (const { en, zh } of told) {
      expect(en).toMatch(/^[ -~]+$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en + zh).not.toMatch(/undefined|NaN|object Object/);
    }
  });
});
