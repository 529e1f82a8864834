import type { Bilingual } from '@omc/alarm';

/** The return codes and the words behind them. */
export const retcodes = {
  success: { code: 0, text: { en: 'Operation succeeded', zh: '执行成功' } },
  syntax: { code: 1, text: { en: 'Syntax error', zh: '语法错误' } },
  unknownCommand: { code: 2, text: { en: 'Unknown command', zh: '命令不存在' } },
  missing: { code: 3, text: { en: 'Parameter missing', zh: '缺少参数' } },
  outOfRange: { code: 4, text: { en: 'Out of range', zh: '参数取值错误' } },
  notFound: { code: 5, text: { en: 'Not found', zh: '未找到' } },
  notAllowed: { code: 6, text: { en: 'Not allowed', zh: '不允许执行' } },
  conflict: { code: 7, text: { en: 'Conflict', zh: '冲突' } },
  internal: { code: 9, text: { en: 'Internal error', zh: '内部错误' } },
} as const satisfies Record<string, { code: number; text: Bilingual }>;
export type Retcode = keyof typeof retcodes;
