/** What can break in a network, in the first place; every alarm follows from it. */
export const faultKinds = [
  'fibre-cut',
  'module-pulled',
  'light-weak',
  'rru-dead',
  'vswr-high',
  'sctp-path-lost',
  'sctp-flapping',
  'x2-refused',
  'user-plane-lost',
  'interface-down',
  'router-down',
  'mme-down',
  'ne-dead',
  'hub-dead',
  'mains-failed',
  'management-lost',
  'omc-cut-off',
  'cell-blocked',
  'cell-set-up-failed',
  'cell-blip',
  'satellites-lost',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Something that breaks in a network and is repaired; instants are milliseconds after the beginning. */
export interface PhysicalFault {
  /** Names it in the truth. */
  readonly id: string;
  readonly kind: FaultKind;
  /** Id of the NE, or `network`. */
  readonly ne: string;
  /** What breaks: an object of the NE, empty for the NE itself. */
  readonly object: string;
  readonly fromMs: number;
  /** Infinity where nobody repairs it. */
  readonly untilMs: number;
  /** Of `vswr-high`: on shuts the channel off, off (default) lowers its output. */
  readonly vswrSwitch?: 'on' | 'off';
  /** Of `mains-failed`: how long batteries last; 120,000. */
  readonly batteryMs?: number;
}
