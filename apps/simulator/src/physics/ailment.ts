/** What is wrong with one object of an NE at the moment. */
export type AilmentKind =
  /** Object: port of a board. */
  | 'module-out'
  /** No light on a fibre: either of the ports at its ends. */
  | 'no-light'
  | 'light-weak'
  /** Object: Rru. */
  | 'rru-dead'
  /** A unit of a cold ring moves to its other direction. */
  | 'switching'
  /** Object: TxChannel, shut off or with lowered output. */
  | 'vswr-on'
  | 'vswr-off'
  /** Object: SctpLink, without a way to the other end, or without an association. */
  | 'path-lost'
  | 'association-lost'
  | 'x2-refused'
  | 'user-plane-lost'
  | 'interface-down'
  /** Object: Power. */
  | 'mains-out'
  | 'battery-out'
  /** Object: the NE itself. Its process, or only the way from the OMC to it. */
  | 'dead'
  | 'management-lost'
  | 'cell-blocked'
  | 'cell-set-up-failed'
  | 'cell-blip'
  | 'satellites-lost';

/** Something that is wrong with one object of an NE, because of a fault. */
export interface Ailment {
  readonly kind: AilmentKind;
  readonly object: string;
  /** Id of the fault. */
  readonly fault: string;
}

/** What leaves its object at work. */
const HARMLESS: readonly AilmentKind[] = [
  ...(['light-weak', 'vswr-off', 'mains-out', 'satellites-lost', 'dead', 'management-lost'] as const),
];

/** What makes its object work worse. */
const DULLING: readonly AilmentKind[] = ['light-weak', 'vswr-off'];

/** Whether an object does not work while this is wrong with it. */
export function isBreaking({ kind }: Ailment): boolean {
  return !HARMLESS.includes(kind);
}

/** Whether an object works worse while this is wrong with it. */
export function isDulling({ kind }: Ailment): boolean {
  return DULLING.includes(kind);
}
