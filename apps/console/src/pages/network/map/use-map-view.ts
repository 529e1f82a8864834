import type { ReactFlowInstance } from '@xyflow/react';
import { type FocusEvent, useRef, useState } from 'react';
import { firstLook } from './first-look.js';
import type { FlowNode } from './flow-of.js';
import { type LaidOut, NODE_HEIGHT, NODE_WIDTH } from './lay-out.js';

/** How the whole of a map is put into its pane. */
export const whole = { padding: 0.05, minZoom: 0.1, maxZoom: 1.4 };

/** Where one looks at a map: at first, and as the keyboard goes from object to object. */
export function useMapView(drawing: LaidOut | undefined, causes: readonly string[] = []) {
  const pane = useRef<HTMLElement>(null);
  const map = useRef<ReactFlowInstance<FlowNode>>(null);
  const [isLarge, setLarge] = useState(false);
  const begin = (drawn: ReactFlowInstance<FlowNode>) => {
    map.current = drawn;
    if (!drawing || !pane.current) return;
    const { clientWidth: width, clientHeight: height } = pane.current;
    const look = firstLook(drawing.places, causes, { width, height });
    setLarge(look !== undefined);
    void (look ? drawn.setViewport(look) : drawn.fitView(whole));
  };
  const follow = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
    const place = id === undefined ? undefined : drawing?.places.get(id);
    if (!place || !map.current || !pane.current || !target.matches(':focus-visible')) return;
    // Where it is drawn: where it seems to be the browser has changed, to bring it into sight, and that is undone.
    const { x, y, zoom } = map.current.getViewport();
    const { clientWidth, clientHeight } = pane.current;
    const isWithin = (from: number, length: number, room: number) =>
      from >= 0 && from + length * zoom <= room;
    const across = isWithin(place.x * zoom + x, NODE_WIDTH, clientWidth);
    if (across && isWithin(place.y * zoom + y, NODE_HEIGHT, clientHeight)) return;
    void map.current.setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom });
  };
  return { pane, isLarge, begin, follow };
}
