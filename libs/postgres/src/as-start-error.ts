import { adviceFor } from './advice.js';
import { PostgresStartError } from './postgres-start-error.js';

/** Whatever was thrown while starting, as an error that says what to do. */
export function asStartError(thrown: unknown): PostgresStartError {
  if (thrown instanceof PostgresStartError) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new PostgresStartError(`PostgreSQL could not be started: ${said}.`, adviceFor([said]), {
    cause: thrown,
  });
}
