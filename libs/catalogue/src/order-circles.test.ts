import { expect, it } from 'vitest';
import { orderCircles } from './order-circles.js';

it('finds none in a tree whose branches meet again', () => {
  const diamond = new Map([
    [4, [2, 3]],
    [3, [1]],
    [2, [1]],
  ]);
  expect(orderCircles(diamond)).toEqual([]);
});

it('finds two circles that share a member', () => {
  const eight = new Map([
    [1, [2, 3]],
    [2, [1]],
    [3, [1]],
  ]);
  expect(orderCircles(eight)).toEqual([
    [1, 2],
    [1, 3],
  ]);
});
