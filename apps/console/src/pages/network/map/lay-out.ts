import { graphlib, layout } from '@dagrejs/dagre';
import type { ObjectGraph } from '../../../data/object-states.js';

export const NODE_WIDTH = 164;
export const NODE_HEIGHT = 42;
export const GROUP_SIZE = 32;
/** Between a layer and the next, pixels. */
export const LAYER_GAP = 34;

/** A redundancy group between what requires it and its members. */
export interface GroupNode {
  readonly id: string;
  readonly of: string;
  readonly members: readonly string[];
  readonly share: boolean;
}

/** An arrow from what is required to what requires it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** A graph laid out in layers from the causes at the left to what depends on them at the right; pixels. */
export interface LaidOut {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly groups: readonly GroupNode[];
  readonly edges: readonly GraphEdge[];
}

/** Lays a graph out; groups of more than one member get a node of their own. */
export function layOut(graph: ObjectGraph): LaidOut {
  const groups: GroupNode[] = [];
  const edges: GraphEdge[] = [];
  for (const [of, required] of graph)
    required.forEach(({ members, share }, place) => {
      const [only] = members;
      if (members.length === 1 && only !== undefined) edges.push({ from: only, to: of });
      if (members.length < 2) return;
      const id = `${of} ${place}`;
      groups.push({ id, of, members, share });
      edges.push({ from: id, to: of }, ...members.map((member) => ({ from: member, to: id })));
    });
  return { groups, edges, places: placesOf(graph, groups, edges) };
}

function placesOf(graph: ObjectGraph, groups: readonly GroupNode[], edges: readonly GraphEdge[]) {
  const drawing = new graphlib.Graph();
  drawing.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: LAYER_GAP });
  drawing.setDefaultEdgeLabel(() => ({}));
  const names = new Set([...graph.keys(), ...edges.flatMap(({ from, to }) => [from, to])]);
  const sizes = new Map(groups.map(({ id }) => [id, { width: GROUP_SIZE, height: GROUP_SIZE }]));
  for (const name of names)
    drawing.setNode(name, { ...(sizes.get(name) ?? { width: NODE_WIDTH, height: NODE_HEIGHT }) });
  for (const { from, to } of edges) drawing.setEdge(from, to);
  layout(drawing);
  return new Map(
    [...names].map((name) => {
      const { x, y, width, height } = drawing.node(name) as Record<'x' | 'y' | 'width' | 'height', number>;
      return [name, { x: x - width / 2, y: y - height / 2 }] as const;
    }),
  );
}
