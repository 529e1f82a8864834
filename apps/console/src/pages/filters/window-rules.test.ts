import { describe, expect, it } from 'vitest';
import { keepsAllRules } from './window-rules.js';

describe('the rules of a filter in the form', () => {
  it.each([
    {},
    { createWindow: 90, createThreshold: 90 },
    { createWindow: 0, createThreshold: 0 },
    { createThreshold: 5 },
    { createWindow: 90, createThreshold: null },
    { restoreWindow: 0, restoreThreshold: 0 },
    { statWindow: 0, statCreate: 0, statRestore: 0 },
    { statWindow: 600, statCreate: 5, statRestore: 4 },
    { ne: 'eNB-1', object: 'Cell=1' },
  ])('are kept by %j', (values) => {
    expect(keepsAllRules(values)).toBe(true);
  });

  it.each([
    { createWindow: 90, createThreshold: 91 },
    { createWindow: 90, createThreshold: 0 },
    { createWindow: 0, createThreshold: 1 },
    { restoreWindow: 15, restoreThreshold: 15 },
    { restoreWindow: 0, restoreThreshold: 1 },
    { statWindow: 600, statCreate: 0 },
    { statWindow: 600, statCreate: 5, statRestore: 5 },
    { object: 'Cell=1', ne: ' ' },
    { object: 'a cell', ne: 'eNB-1' },
  ])('are broken by %j', (values) => {
    expect(keepsAllRules(values)).toBe(false);
  });
});
