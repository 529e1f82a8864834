import { type AlarmType, faultsOf, immediate, overlay } from '@omc/alarm';
import type { CatalogueFault } from './catalogue-fault.js';
import type { FileEntry } from './file-entry.js';
import { orderCircles } from './order-circles.js';

/** Everything wrong between the entries of a catalogue, and with their filters. */
export function faultsOfRules(entries: readonly FileEntry[]): CatalogueFault[] {
  return [
    ...duplicates(entries),
    ...entries.flatMap(faultsOfFilter),
    ...unknownPredecessors(entries),
    ...circles(entries),
  ];
}

function duplicates(entries: readonly FileEntry[]): CatalogueFault[] {
  const seen = new Set<number>();
  return entries.flatMap(({ alarmId, path }) => {
    if (alarmId === undefined) return [];
    if (seen.has(alarmId)) return [{ path: [...path, 'alarmId'], reason: `${alarmId} is there twice` }];
    seen.add(alarmId);
    return [];
  });
}

function faultsOfFilter({ type, path }: FileEntry): CatalogueFault[] {
  if (type?.filter === undefined) return [];
  if (type.origin !== 'report')
    return [
      {
        path: [...path, 'filter'],
        reason: `is only for types that are reported, this one is ${type.origin}`,
      },
    ];
  return faultsOf(overlay(immediate, type.filter)).map(({ member, reason }) => ({
    path: [...path, 'filter', member],
    reason,
  }));
}

function unknownPredecessors(entries: readonly FileEntry[]): CatalogueFault[] {
  const known = new Set(entries.map(({ alarmId }) => alarmId));
  return entries.flatMap(({ type, path }) =>
    (type?.after ?? []).flatMap((alarmId, at) =>
      known.has(alarmId)
        ? []
        : [{ path: [...path, 'after', at], reason: `${alarmId} is not a type of this catalogue` }],
    ),
  );
}

function circles(entries: readonly FileEntry[]): CatalogueFault[] {
  const types = entries.flatMap(({ type }) => type ?? []);
  const before = new Map(types.map((type: AlarmType) => [type.alarmId, type.after ?? []]));
  return orderCircles(before).map((circle) => ({
    path: pathOfOrder(entries, circle[0]),
    reason: `the order runs in a circle: ${[...circle, circle[0]].join(' after ')}`,
  }));
}

function pathOfOrder(entries: readonly FileEntry[], alarmId: number | undefined): CatalogueFault['path'] {
  const entry = entries.find(({ type }) => type?.alarmId === alarmId);
  return [...(entry?.path ?? []), 'after'];
}
