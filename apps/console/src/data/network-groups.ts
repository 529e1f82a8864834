import type { AlarmResource, NeResource } from '@omc/api';
import { type Severity, severityRank } from './severity.js';

/** By what the NEs of the network view are put together. */
export type Grouping = 'hub' | 'site' | 'subnet';

/** The worst active alarm of a place, and how many there are. */
export interface Standing {
  readonly worst: Severity | null;
  readonly count: number;
}

/** An NE with how it stands. */
export interface NeStanding extends Standing {
  readonly ne: NeResource;
}

/** NEs that have something in common: their hub, site or subnet. */
export interface NeGroup {
  /** An object of `network`, such as `Hub=3`; empty: those that have none. */
  readonly name: string;
  /** How the hub, site or subnet itself stands. */
  readonly own: Standing;
  readonly nes: readonly NeStanding[];
}

/** The NE of what belongs to none. */
export const NETWORK = 'network';
const calm: Standing = { worst: null, count: 0 };

/** How the NEs and the objects of the network stand, by `NE` and `network//object`. */
export function standings(alarms: readonly AlarmResource[]): Map<string, Standing> {
  const map = new Map<string, Standing>();
  for (const { ne, object, severity } of alarms) {
    const key = ne === NETWORK ? `${NETWORK}//${object}` : ne;
    const { worst, count } = map.get(key) ?? calm;
    const graver = worst === null || severityRank(severity) > severityRank(worst);
    map.set(key, { worst: graver ? severity : worst, count: count + 1 });
  }
  return map;
}

/** Puts NEs together; the group without a name comes last, the others by name, numbers as numbers. */
export function groupNes(
  nes: readonly NeResource[],
  grouping: Grouping,
  standing: ReadonlyMap<string, Standing>,
): NeGroup[] {
  const groups = new Map<string, NeStanding[]>();
  for (const ne of nes) {
    const name = groupOf(ne, grouping);
    const members = groups.get(name) ?? [];
    members.push({ ne, ...(standing.get(ne.id) ?? calm) });
    groups.set(name, members);
  }
  return [...groups]
    .map(([name, members]) => ({
      name,
      own: standing.get(`${NETWORK}//${name}`) ?? calm,
      nes: members.sort((a, b) => byName(a.ne.id, b.ne.id)),
    }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || byName(a.name, b.name));
}

function groupOf({ site = '', subnet = '', requires = [] }: NeResource, grouping: Grouping): string {
  if (grouping === 'site') return site;
  if (grouping === 'subnet') return subnet;
  return requires.find((name) => name.startsWith(`${NETWORK}//`))?.slice(NETWORK.length + 2) ?? '';
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
