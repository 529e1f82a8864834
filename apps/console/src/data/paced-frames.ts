/** The world around the pace; instants and durations in milliseconds. */
export interface PaceSurroundings {
  readonly now: () => number;
  /** When the user last pressed a key or a button, or turned the wheel. */
  readonly usedAt: () => number;
  /** Runs something before the next frame is drawn. */
  readonly onFrame: (run: () => void) => void;
  /** Runs something once the frame that is being made is drawn. */
  readonly afterFrame: (run: () => void) => void;
  readonly later: (run: () => void, ms: number) => void;
}

/** After a frame with work in it comes so many times its length without. */
const REST = 9;
const LONGEST_REST_MS = 2_000;
/** Keys come in bursts: so long after one nothing gets in the way of the next. */
const BURST_MS = 250;
const LONGEST_BURST_MS = 1_000;

/**
 * Runs work before a frame is drawn, so that the page answers its user: a table of very many rows takes long over each
 * change, however small. At most a tenth of the time goes into such frames, and work waits until a burst of keys is
 * over, neither for ever. What costs little, or comes seldom, has the next frame.
 */
export function pacedFrames(surroundings: PaceSurroundings): (run: () => void) => void {
  const { now, usedAt, onFrame, afterFrame, later } = surroundings;
  let restsUntil = Number.NEGATIVE_INFINITY;
  const work = (run: () => void) => {
    const startedAt = now();
    run();
    afterFrame(() => {
      const drawnAt = now();
      restsUntil = drawnAt + Math.min(REST * (drawnAt - startedAt), LONGEST_REST_MS);
    });
  };
  return (run) => {
    const latest = Math.max(now(), restsUntil) + LONGEST_BURST_MS;
    const wait = () => {
      const due = Math.max(restsUntil, Math.min(usedAt() + BURST_MS, latest));
      const waitMs = due - now();
      if (waitMs > 0) later(wait, waitMs);
      else onFrame(() => work(run));
    };
    wait();
  };
}
