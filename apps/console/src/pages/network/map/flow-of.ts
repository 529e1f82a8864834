import { type Edge, MarkerType } from '@xyflow/react';
import type { ObjectState } from '../../../data/object-states.js';
import type { GroupFlowNode } from './group-node.js';
import { GROUP_SIZE, type LaidOut, NODE_HEIGHT, NODE_WIDTH } from './lay-out.js';
import type { ObjectFlowNode } from './object-node.js';
import type { MapObject } from './use-ne-map.js';

/** A node of the graph as it is drawn. */
export type FlowNode = ObjectFlowNode | GroupFlowNode;

const BROKEN = 'edge-broken';
const OVER_EDGES = 2;

/** The graph as it is drawn: the arrows by which a fault went on are red; `causes`: from where they start. */
export function flowOf(drawing: LaidOut, objects: readonly MapObject[], at: string) {
  const states = new Map<string, ObjectState>(objects.map(({ name, state }) => [name, state]));
  const works = (name: string) => states.get(name) !== 'out';
  const place = (id: string) => drawing.places.get(id) ?? { x: 0, y: 0 };
  const nodes: FlowNode[] = objects
    .filter(({ name }) => drawing.places.has(name))
    .map((item) => ({
      id: item.name,
      type: 'object',
      position: place(item.name),
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      data: { item, at },
      zIndex: OVER_EDGES,
    }));
  for (const { id, members, share } of drawing.groups) {
    const working = members.filter(works).length;
    states.set(id, working === 0 ? 'out' : 'sound');
    nodes.push({
      id,
      type: 'redundancy',
      position: place(id),
      width: GROUP_SIZE,
      height: GROUP_SIZE,
      data: { working, size: members.length, share },
      zIndex: OVER_EDGES,
    });
  }
  const edges: Edge[] = drawing.edges.map(({ from, to }) => {
    const broken = !works(from);
    const color = `var(--${broken ? (works(to) ? 'major' : 'bad') : 'line-strong'})`;
    return {
      id: `${from} > ${to}`,
      source: from,
      target: to,
      className: broken ? (works(to) ? 'edge-missing' : BROKEN) : '',
      zIndex: broken ? 1 : 0,
      focusable: false,
      markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color },
    };
  });
  const reached = new Set(edges.filter(({ className }) => className === BROKEN).map(({ target }) => target));
  const causes = objects.filter(({ name, state }) => state === 'out' && !reached.has(name));
  return { nodes, edges, causes: causes.map(({ name }) => name) };
}
