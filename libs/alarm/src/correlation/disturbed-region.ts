import type { GraphObject } from './graph-object.js';

/**
 * Everything whose explanation may be another one after a change: the objects themselves where there is anything to
 * explain, and what fails of all that requires them, directly or through others.
 */
export function disturbedRegion(changed: Iterable<GraphObject>): Set<GraphObject> {
  const region = new Set<GraphObject>();
  for (const object of changed)
    if (isAllRight(object)) addFailing(object, region);
    else region.add(object);
  // A set goes on with what is added meanwhile.
  for (const object of region) addFailing(object, region);
  return region;
}

/** Adds what fails of what requires an object. */
function addFailing({ memberOf }: GraphObject, region: Set<GraphObject>): void {
  for (const group of memberOf) for (const owner of group.owners) if (!owner.sound) region.add(owner);
}

function isAllRight({ sound, alarms, ends }: GraphObject): boolean {
  return sound && alarms.length === 0 && ends.length === 0;
}
