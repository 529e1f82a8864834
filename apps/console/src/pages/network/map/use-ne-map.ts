import type { AlarmResource, AlarmTypeResource } from '@omc/api';
import { useMemo } from 'react';
import { failuresOf } from '../../../data/failures.js';
import { fullName, neGraph, partsOf } from '../../../data/ne-graph.js';
import { brokenPart, type ObjectGraph, type ObjectState, objectStates } from '../../../data/object-states.js';
import { useAlarmTypes } from '../../../data/queries.js';
import { useTopology } from '../../../data/topology/use-topology.js';
import { useActiveAlarms } from '../../../data/use-active-alarms.js';
import { layOut } from './lay-out.js';

/** An object of the map with how it stands. */
export interface MapObject {
  readonly name: string;
  readonly ne: string;
  readonly object: string;
  readonly state: ObjectState;
  readonly alarms: readonly AlarmResource[];
}

/** Which part of the map is shown. */
export type MapPart = 'broken' | 'all';

const NONE: readonly AlarmResource[] = [];

/** The objects of an NE and what they require, laid out, with their states by the alarms that are active now. */
export function useNeMap(ne: string, wanted: MapPart) {
  const topology = useTopology(ne);
  const { data: types } = useAlarmTypes();
  const known = useActiveAlarms();
  const isKnown = known !== null;
  const everything = known ?? NONE;
  const struck = useMemo(
    () =>
      [...new Set(everything.filter((alarm) => alarm.ne === ne).map(({ object }) => object))]
        .sort()
        .join('\n'),
    [everything, ne],
  );
  const graph = useMemo(
    () => (topology.data && isKnown ? neGraph(ne, topology.data, struck.split('\n')) : undefined),
    [topology.data, isKnown, ne, struck],
  );
  const objects = useMemo(
    () => (graph ? standingOf(graph, everything, types) : []),
    [graph, everything, types],
  );
  // Drawn anew only when a state changes, not with each report of an alarm.
  const states = JSON.stringify(objects.map(({ name, state }) => [name, state]));
  const drawing = useMemo(() => {
    if (!graph) return undefined;
    const part = brokenPart(graph, new Map(JSON.parse(states) as [string, ObjectState][]));
    return layOut(wanted === 'all' || part.size === 0 ? graph : part);
  }, [graph, states, wanted]);
  return { topology, drawing, objects };
}

function standingOf(
  graph: ObjectGraph,
  everything: readonly AlarmResource[],
  types: ReadonlyMap<number, AlarmTypeResource> | undefined,
): MapObject[] {
  const alarms = byObject(everything);
  const states = objectStates(graph, failuresOf(alarms, types));
  return [...states].map(([name, state]) => ({
    name,
    ...partsOf(name),
    state,
    alarms: alarms.get(name) ?? [],
  }));
}

function byObject(alarms: readonly AlarmResource[]): Map<string, AlarmResource[]> {
  const map = new Map<string, AlarmResource[]>();
  for (const alarm of alarms) {
    const name = fullName(alarm.ne, alarm.object);
    const list = map.get(name);
    if (list) list.push(alarm);
    else map.set(name, [alarm]);
  }
  return map;
}
