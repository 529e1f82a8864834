import { NETWORK } from '@omc/alarm';

/** An alarm by its name. */
export interface AlarmName {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
}

/** How the rest of the network looks from an NE. */
export interface Surroundings {
  /** Faults of an object of the network; none while it works. */
  faultsOf(object: string): ReadonlySet<string>;
  /** Faults that keep others from reaching an NE; none while it can be reached. */
  barring(ne: string): ReadonlySet<string>;
  /** The alarms that stand for the loss of an NE's link to the OMC; none while it is up. */
  linkRoots(ne: string): readonly AlarmName[];
}

/** The NE and the object of a name with `//`. */
function splitName(name: string): readonly [ne: string, object: string] {
  const at = name.indexOf('//');
  return [name.slice(0, at), name.slice(at + 2)];
}

/** The faults for which something elsewhere does not work; none while it does. */
export function faultsElsewhere(name: string, { faultsOf, barring }: Surroundings): ReadonlySet<string> {
  const [ne, object] = splitName(name);
  return ne === NETWORK ? faultsOf(object) : barring(ne);
}

/** The alarms that stand for something elsewhere being out, as the OMC can know it. */
export function rootsElsewhere(name: string, { linkRoots }: Surroundings): readonly AlarmName[] {
  const [ne] = splitName(name);
  return ne === NETWORK ? [] : linkRoots(ne);
}
