export type { EmbeddedPostgres, StartOptions } from './embedded-postgres.js';
export { PostgresStartError } from './postgres-start-error.js';
export { startPostgres } from './start-postgres.js';
