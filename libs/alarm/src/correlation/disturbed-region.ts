import type { GraphObject } from './graph-object.js';

/**
 * Everything whose explanation may be another one after a change: the objects themselves, and what fails of all
 * that requires them, directly or through others.
 */
export function disturbedRegion(changed: Iterable<GraphObject>): Set<GraphObject> {
  const region = new Set(changed);
  // A set goes on with what is added meanwhile.
  for (const object of region)
    for (const group of object.memberOf)
      for (const owner of group.owners) if (!owner.sound) region.add(owner);
  return region;
}
