/** The return codes and the words behind them. */
export const retcodes = {
  success: { code: 0, text: 'Operation succeeded' },
  syntax: { code: 1, text: 'Syntax error' },
  unknownCommand: { code: 2, text: 'Unknown command' },
  missing: { code: 3, text: 'Parameter missing' },
  outOfRange: { code: 4, text: 'Out of range' },
  notFound: { code: 5, text: 'Not found' },
  notAllowed: { code: 6, text: 'Not allowed' },
  conflict: { code: 7, text: 'Conflict' },
  internal: { code: 9, text: 'Internal error' },
} as const;
export type Retcode = keyof typeof retcodes;
