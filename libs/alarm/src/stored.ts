import type { Alarm } from './alarm.js';
import type { AutoAcknowledgement } from './auto-acknowledge.js';
import type { Sequences } from './batch.js';
import type { StoredFilter } from './filter.js';
import type { NetworkElement } from './ne.js';
import type { Shelf } from './shelving/shelf.js';
import type { StoredTopology } from './topologies.js';
import type { TypeSetting } from './type-settings.js';

/** What a writer starts from: what is stored. */
export interface Stored {
  readonly nes: Iterable<NetworkElement>;
  /** The filters as they were where the replayed part of the journal begins: it tells what became of them. */
  readonly filters: Iterable<StoredFilter>;
  readonly topologies: Iterable<StoredTopology>;
  readonly typeSettings: Iterable<TypeSetting>;
  /** When alarms are acknowledged by themselves, by severity. */
  readonly autoAcknowledgement?: AutoAcknowledgement;
  readonly activeAlarms: Iterable<Alarm>;
  /** Those that have not ended, and the last that have. */
  readonly shelves: Iterable<Shelf>;
  readonly sequences: Sequences;
}
