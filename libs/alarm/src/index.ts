export * from './alarm.js';
export * from './alarm-writer.js';
export * from './batch.js';
export * from './catalogue.js';
export * from './change-text.js';
export type { NeCheckpoint } from './checkpoint.js';
export * from './clock.js';
export * from './commands.js';
export { type Condition, type ConditionSelection, conditionsOf } from './conditions.js';
export * from './filter.js';
export * from './filter-book.js';
export {
  type Beat,
  beat,
  type HeartbeatEffect,
  type HeartbeatInput,
  type HeartbeatSettings,
  type HeartbeatState,
  slotOf,
  startHeartbeat,
  TIMEOUT,
} from './heartbeat.js';
export * from './hold-off.js';
export * from './in-micro-batches.js';
export * from './journal.js';
export { NE_DISCONNECTED } from './link-desk.js';
export * from './names.js';
export * from './ne.js';
export * from './report.js';
export * from './severity.js';
export * from './windows.js';
