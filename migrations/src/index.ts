import { First1763900000000 } from './1763900000000-first.js';
import { Checkpoints1763920000000 } from './1763920000000-checkpoints.js';
import { Topology1763940000000 } from './1763940000000-topology.js';
import { Symptoms1763950000000 } from './1763950000000-symptoms.js';
import { AlarmTypeSetting1763960000000 } from './1763960000000-alarm-type-setting.js';
import { SnmpAccess1763970000000 } from './1763970000000-snmp-access.js';
import { RoomInAlarm1763980000000 } from './1763980000000-room-in-alarm.js';
import { UnmappedTrap1763985000000 } from './1763985000000-unmapped-trap.js';
import { SnmpUser1763986100000 } from './1763986100000-snmp-user.js';
import { NeTls1763986300000 } from './1763986300000-ne-tls.js';
import { LossLedger1763986400000 } from './1763986400000-loss-ledger.js';
import { VesHeartbeat1763986401000 } from './1763986401000-ves-heartbeat.js';
import { TrapMapping1763986402000 } from './1763986402000-trap-mapping.js';
import { AlarmComments1763987100000 } from './1763987100000-alarm-comments.js';
import { LifeCycle1763987110000 } from './1763987110000-life-cycle.js';
import { Audit1763987200000 } from './1763987200000-audit.js';
import { People1763987210000 } from './1763987210000-people.js';
import { ApiTokens1763987250000 } from './1763987250000-api-tokens.js';
import { Shelf1763987300000 } from './1763987300000-shelf.js';
import { Lists1763987400000 } from './1763987400000-lists.js';
import { SavedViews1763987500000 } from './1763987500000-saved-views.js';
import { JournalDays1763988600000 } from './1763988600000-journal-days.js';
import { TextsInOrder1763988610000 } from './1763988610000-texts-in-order.js';
import { TextsAsTheyAre1763988611000 } from './1763988611000-texts-as-they-are.js';
import { OwnSessions1763988620000 } from './1763988620000-own-sessions.js';

/** Every migration, oldest first. A migration that has run anywhere is never changed. */
export const migrations = [
  First1763900000000,
  Checkpoints1763920000000,
  Topology1763940000000,
  Symptoms1763950000000,
  AlarmTypeSetting1763960000000,
  SnmpAccess1763970000000,
  RoomInAlarm1763980000000,
  UnmappedTrap1763985000000,
  SnmpUser1763986100000,
  NeTls1763986300000,
  LossLedger1763986400000,
  VesHeartbeat1763986401000,
  TrapMapping1763986402000,
  AlarmComments1763987100000,
  LifeCycle1763987110000,
  Audit1763987200000,
  People1763987210000,
  ApiTokens1763987250000,
  Shelf1763987300000,
  Lists1763987400000,
  SavedViews1763987500000,
  JournalDays1763988600000,
  TextsInOrder1763988610000,
  TextsAsTheyAre1763988611000,
  OwnSessions1763988620000,
];
