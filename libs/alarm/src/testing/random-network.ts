import { type Alarm, standalone } from '../alarm.js';
import type { AlarmType, Catalogue } from '../catalogue.js';
import type { RequirementGroup, Topology } from '../topology.js';
import { typeOf } from './test-catalogue.js';

export const RANDOM_SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

const NES = ['a', 'b', 'c'];
const OBJECTS = ['Cell=1', 'Cell=2', 'Rru=1', 'Rru=2', 'Port=1', 'Port=2'];
const types: readonly AlarmType[] = [
  typeOf(1, { failureClass: 'down' }),
  typeOf(2, { failureClass: 'down', after: [5] }),
  typeOf(3, { failureClass: 'degraded', after: [2] }),
  typeOf(4, { failureClass: 'degraded', eventType: 'equipmentAlarm', after: [1] }),
  typeOf(5, { failureClass: 'note' }),
  typeOf(6, {
    failureClass: 'degraded',
    eventType: 'equipmentAlarm',
    failureClassWhen: { info: { off: true }, failureClass: 'down' },
  }),
];

export type NetworkChange = { readonly isLast: boolean } & (
  | { readonly kind: 'topology'; readonly ne: string; readonly topology: Topology | undefined }
  | { readonly kind: 'raise' | 'clear'; readonly alarm: Alarm }
);

/** A small network in which everything may require everything, alarms come and go, and topologies change. */
export function randomNetwork(seed: number) {
  const random = generator(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const topologies = new Map<string, Topology>();
  const open = new Map<string, Alarm>();
  let ids = 0;

  const reference = (ne: string): string => {
    const dice = random();
    if (dice < 0.1) return `network//${pick(['Hub=1', 'Hub=2'])}`;
    if (dice < 0.2) return `${pick(NES)}//`;
    return dice < 0.35 ? `${pick(NES)}//${pick(OBJECTS)}` : `${ne}//${pick(OBJECTS)}`;
  };
  const groups = (ne: string, object: string): RequirementGroup[] =>
    Array.from({ length: Math.floor(random() * 3) }, () => {
      const names = Array.from({ length: 1 + Math.floor(random() * 3) }, () => reference(ne));
      const members = [...new Set(names)].filter((name) => name !== `${ne}//${object}`);
      if (members.length === 0) members.push('network//Mme=1');
      return random() < 0.4 ? { share: members } : members;
    });
  const topology = (): NetworkChange => {
    const ne = pick([...NES, 'network']);
    if (random() < 0.15) {
      topologies.delete(ne);
      return { kind: 'topology', ne, topology: undefined, isLast: true };
    }
    const made: Topology = {
      ...(random() < 0.3 && ne !== 'network' ? { site: 'Site=1' } : {}),
      requires: random() < 0.3 && ne !== 'network' ? groups(ne, '') : [],
      objects: (ne === 'network' ? ['Hub=1', 'Hub=2', 'Site=1'] : OBJECTS)
        .filter(() => random() < 0.8)
        .map((object) => ({ object, requires: groups(ne, object) })),
    };
    topologies.set(ne, made);
    return { kind: 'topology', ne, topology: made, isLast: true };
  };
  const raise = (): NetworkChange | undefined => {
    const [ne, object] = random() < 0.1 ? ['network', 'Hub=1'] : [pick(NES), pick([...OBJECTS, ''])];
    const type = pick(types);
    const key = `${ne}//${object} ${type.alarmId}`;
    if (open.has(key)) return undefined;
    const info = random() < 0.5 ? { off: true } : {};
    const faultAt = Math.floor(random() * 5);
    const alarm = { id: `id-${++ids}`, ne, object, alarmId: type.alarmId, faultAt, info } as Partial<Alarm>;
    open.set(key, { ...alarm, correlation: standalone } as Alarm);
    return { kind: 'raise', alarm: open.get(key) as Alarm, isLast: random() < 0.7 };
  };
  const clear = (): NetworkChange => {
    const [key, alarm] = pick([...open]);
    open.delete(key);
    return { kind: 'clear', alarm, isLast: random() < 0.7 };
  };

  return {
    catalogue: new Map(types.map((type) => [type.alarmId, type])) as Catalogue,
    topologies,
    get active(): Alarm[] {
      return [...open.values()];
    },
    next(): NetworkChange {
      const dice = random();
      if (dice < 0.1) return topology();
      if (dice > 0.6 && open.size > 0) return clear();
      return raise() ?? topology();
    },
  };
}

/** Numbers from 0 to 1 that look like chance (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
