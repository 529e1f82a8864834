export type { ResolvedFilter } from './alarm-conditions.js';
export type { AlarmPage, AlarmReader, AlarmSnapshot, StoredChange } from './alarm-reader.js';
export type { BatchCommitter } from './batch-committer.js';
export type { Checkpoints, StoredCheckpoint } from './checkpoints.js';
export type { Lease } from './lease.js';
export { openStore, type Store, type StoreDependencies } from './open-store.js';
export { decodePageEnd, encodePageEnd } from './page-cursor.js';
export type { People, Session, User } from './people.js';
export { BatchRefused, DatabaseUnreachable, LeaseLost } from './store-faults.js';
