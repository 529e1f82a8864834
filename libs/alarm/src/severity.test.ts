import { describe, expect, it } from 'vitest';
import { ituSeverity, modelSeverity, severityOf, u2000Severity } from './severity.js';

describe('severity codes', () => {
  it.each([
    ['ItuPerceivedSeverity (RFC 3877)', ituSeverity, [1, 2, 3, 4, 5, 6]],
    ['alarmModelState (RFC 3877, RFC 8632)', modelSeverity, [1, 2, 6, 5, 4, 3]],
    ['U2000', u2000Severity, [6, 5, 1, 2, 3, 4]],
  ])('of %s are as published, and can be read back', (_, codes, expected) => {
    const names = ['cleared', 'indeterminate', 'critical', 'major', 'minor', 'warning'] as const;
    expect(names.map((name) => codes[name])).toEqual(expected);
    expect(expected.map((code) => severityOf(codes, code))).toEqual(names);
    expect([0, 7, 1.5, -1].map((code) => severityOf(codes, code))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
