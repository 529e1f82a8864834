import { LAYER_GAP, NODE_HEIGHT, NODE_WIDTH } from './lay-out.js';

/** Below this zoom the names of the objects cannot be read. */
const READABLE = 0.85;
/** Between what is shown first and the edge of the pane, pixels. */
const MARGIN = 28;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What of the map is shown first: how far it is moved, and how large it is drawn. */
export interface FirstLook extends Place {
  readonly zoom: number;
}

/**
 * Where one begins to look at a map that is too large to be read as a whole: at what everything else follows from.
 * Undefined: the whole map can be read in the pane.
 */
export function firstLook(
  places: ReadonlyMap<string, Place>,
  causes: readonly string[],
  pane: { readonly width: number; readonly height: number },
): FirstLook | undefined {
  const all = [...places.values()];
  const across = extent(all.map(({ x }) => [x, x + NODE_WIDTH]));
  const down = extent(all.map(({ y }) => [y, y + NODE_HEIGHT]));
  const room = (length: number) => Math.max(0, length - 2 * MARGIN);
  const fits = ({ from, to }: Extent, length: number) => (to - from) * READABLE <= room(length);
  if (fits(across, pane.width) && fits(down, pane.height)) return undefined;
  const begun = causes.flatMap((name) => places.get(name) ?? []).sort((a, b) => a.x - b.x || a.y - b.y)[0];
  const start = begun ?? { x: across.from, y: (down.from + down.to - NODE_HEIGHT) / 2 };
  const shift = (at: number, { from, to }: Extent, length: number) => {
    const seen = room(length) / READABLE;
    return MARGIN - READABLE * Math.max(from, Math.min(at, to - seen));
  };
  const before = start.x - NODE_WIDTH - LAYER_GAP;
  const above = start.y + NODE_HEIGHT / 2 - room(pane.height) / READABLE / 2;
  return {
    x: shift(before, across, pane.width),
    y: shift(above, down, pane.height),
    zoom: READABLE,
  };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function extent(ranges: readonly (readonly [from: number, to: number])[]): Extent {
  return {
    from: Math.min(...ranges.map(([from]) => from)),
    to: Math.max(...ranges.map(([, to]) => to)),
  };
}
