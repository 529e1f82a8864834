/** What can be wrong with an object in the first place; everything else follows from it. */
export const conditionKinds = [
  /** The SCTP association is down. Object: SctpLink. */
  'sctp-down',
  /** The peer refuses X2AP though SCTP is up. Object: X2Interface. */
  'x2ap-refused',
  /** The far end of the user plane path does not answer. Object: UserPlanePath. */
  'user-plane-down',
  /** The radio unit is dead. Object: Rru. */
  'rru-dead',
  /** The radio unit's port towards the next one is bad. Object: Rru, Port. */
  'rru-port-bad',
  /** The optical module is pulled out of the baseband board. Object: Board, IrPort. */
  'optics-out',
  /** The light that the baseband board receives is too weak. Object: Board, IrPort. */
  'optics-weak',
  /** Too much power comes back from the antenna; the channel's output is lowered. Object: Rru, TxChannel. */
  'vswr-high',
  /** Too few satellites are in sight. Object: SatelliteCard. */
  'satellites-lost',
  /** The cell is gone for a moment, for no reason that anybody finds. Object: Cell. */
  'cell-blip',
  /** The cell cannot be set up. Object: Cell. */
  'cell-set-up-failed',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** Something that is wrong with one object of an NE. */
export interface Condition {
  readonly kind: ConditionKind;
  readonly object: string;
}
