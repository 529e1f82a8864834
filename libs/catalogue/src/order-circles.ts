/**
 * Circles in an order: each is a path of numbers that comes back to where it began, written once, from its smallest
 * member. `before` gives what comes right before each number.
 */
export function orderCircles(before: ReadonlyMap<number, readonly number[]>): number[][] {
  const circles = new Map<string, number[]>();
  const done = new Set<number>();
  for (const start of before.keys()) walk(start, [], { before, done, circles });
  return [...circles.values()];
}

interface Walk {
  readonly before: ReadonlyMap<number, readonly number[]>;
  /** From here every way has been followed. */
  readonly done: Set<number>;
  readonly circles: Map<string, number[]>;
}

function walk(at: number, path: readonly number[], { before, done, circles }: Walk): void {
  const seenAt = path.indexOf(at);
  if (seenAt >= 0) {
    const circle = fromSmallest(path.slice(seenAt));
    circles.set(circle.join(), circle);
    return;
  }
  if (done.has(at)) return;
  for (const next of before.get(at) ?? []) walk(next, [...path, at], { before, done, circles });
  done.add(at);
}

function fromSmallest(circle: readonly number[]): number[] {
  const start = circle.indexOf(Math.min(...circle));
  return [...circle.slice(start), ...circle.slice(0, start)];
}
