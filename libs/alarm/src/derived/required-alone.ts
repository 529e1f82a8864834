import { NETWORK } from '../names.js';
import { parseReference } from '../reference.js';
import type { RequirementGroup, Topology } from '../topology.js';

/** The objects of `network` without which an NE cannot work: its site, and those that are a group of their own. */
export function requiredAlone(ne: string, { site, requires = [] }: Topology): string[] {
  const alone = requires.flatMap((group) => onlyMemberOf(group)).map((name) => parseReference(name, ne));
  const objects = alone.flatMap((found) => (found?.ne === NETWORK ? [found.object] : []));
  return [...new Set(site === undefined ? objects : [site, ...objects])];
}

function onlyMemberOf(group: RequirementGroup): string[] {
  const members = [...new Set('share' in group ? group.share : group)];
  return members.length === 1 ? members : [];
}
