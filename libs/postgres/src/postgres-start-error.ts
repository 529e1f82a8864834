/** PostgreSQL could not be started. The message says what went wrong and what to do about it. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';

  constructor(problem: string, advice: string, details: { lines?: readonly string[]; cause?: unknown } = {}) {
    const said = (details.lines ?? []).map((line) => `  | ${line}`);
    super([problem, ...said, advice].join('\n'), details.cause === undefined ? {} : { cause: details.cause });
  }
}
