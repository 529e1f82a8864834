export * from './alarm.js';
export * from './alarm-action.js';
export * from './alarm-writer.js';
export * from './audit-entry.js';
export { asJson, auditedActions, auditedCommand, givenBy, type Registered } from './audited-command.js';
export {
  type AutoAcknowledge,
  type AutoAcknowledgement,
  autoAcknowledgements,
} from './auto-acknowledge.js';
export * from './batch.js';
export * from './catalogue.js';
export * from './change-text.js';
export type { NeCheckpoint } from './checkpoint.js';
export * from './clock.js';
export * from './commands.js';
export { type Condition, type ConditionSelection, conditionsOf, pendingOf } from './conditions.js';
export type { PathStep } from './correlation/explanation-path.js';
export * from './deadlines.js';
export { countOfObject } from './derived/counted-object.js';
export type { DerivedSettings } from './derived/derived-settings.js';
export * from './derived/trouble-watch.js';
export type { TypeThresholds } from './derived/type-counts.js';
export * from './dry-run.js';
export { type Explained, explanationText, HIDDEN_MEMBER } from './explanation-text.js';
export type { FaultOutcome, KeyEntry, KeyName } from './fault-outcome.js';
export type { StudiedTime } from './fault-study.js';
export * from './filter.js';
export { FilterAdvice, type FilterAdviceResult } from './filter-advice.js';
export * from './filter-book.js';
export { refusalOfFilter, refusalOfScope } from './filter-refusal.js';
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
export { linkReasonText } from './link-reason.js';
export * from './loss-tally.js';
export * from './names.js';
export { narrowedScope } from './narrowed-scope.js';
export * from './ne.js';
export type { KeyFault, OutcomeFigures } from './outcome-tally.js';
export type { Percentiles } from './percentiles.js';
export { type Phrase, phraseBook } from './phrase-book.js';
export { parseReference, type Reference } from './reference.js';
export * from './report.js';
export * from './scope.js';
export * from './severity.js';
export * from './shelving/shelf.js';
export type { ListedShelf } from './shelving/shelf-book.js';
export { defaultShelfSettings, type ShelfSettings } from './shelving/shelf-refusal.js';
export * from './snmp-user.js';
export * from './stored.js';
export { type NeTopology, type StoredTopology, type Topologies, topologyOf } from './topologies.js';
export type { ObjectRequirements, RequirementGroup, Topology } from './topology.js';
export { faultsOfTopology, type TopologyFault } from './topology-refusal.js';
export { trialFilters, windowsToAdvise } from './trial-filters.js';
export type { NeSeverities, TypeChange, TypeSetting } from './type-settings.js';
export * from './windows.js';
