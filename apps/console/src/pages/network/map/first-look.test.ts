import { describe, expect, it } from 'vitest';
import { firstLook } from './first-look.js';
import { NODE_WIDTH } from './lay-out.js';

const pane = { width: 800, height: 600 };
const chain = (length: number, y = 0) =>
  Array.from({ length }, (_, place) => [`n${place}`, { x: place * 200, y }] as const);

describe('the first look at a map', () => {
  it('is at all of it where that can be read', () => {
    expect(firstLook(new Map(chain(4)), ['n0'], pane)).toBeUndefined();
  });

  it('is at what is at fault, with what that requires beside it, where the whole would be too small', () => {
    const look = firstLook(new Map(chain(20)), ['n7'], pane);
    const left = look && 7 * 200 * look.zoom + look.x;
    expect(look?.zoom).toBeGreaterThan(0.8);
    expect(left).toBeGreaterThan(100);
    expect(left).toBeLessThan(300);
  });

  it('has the fault in the middle of a high map', () => {
    const places = new Map(Array.from({ length: 60 }, (_, place) => [`n${place}`, { x: 0, y: place * 52 }]));
    const look = firstLook(places, ['n30'], pane);
    expect(look && (30 * 52 + 21) * look.zoom + look.y).toBeCloseTo(300, 0);
  });

  it('leaves no room behind the end of the map', () => {
    const look = firstLook(new Map(chain(20)), ['n19'], pane);
    expect(look && (19 * 200 + NODE_WIDTH) * look.zoom + look.x).toBeCloseTo(800 - 28, 0);
  });
});
