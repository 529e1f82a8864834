/** How many round trips an estimate remembers: a clock that drifts is followed within as many handshakes. */
export const REMEMBERED_ROUND_TRIPS = 8;

/** Offsets smaller than this count as none, in milliseconds. */
export const NEGLIGIBLE_OFFSET_MS = 50;

/** One reading of the NE's clock: by how much it is ahead, and within which delay it was read. */
export interface ClockReading {
  /** NE time minus the middle of the round trip. */
  readonly offsetMs: number;
  /** The round trip: the true offset is at most half of it away. */
  readonly delayMs: number;
}

/** What is known of the NE's clock on one link: the last readings, oldest first. */
export type ClockEstimate = readonly ClockReading[];

/** Nothing is known yet. */
export const unknownClock: ClockEstimate = [];

/**
 * Learns from a round trip. The NE must have read its clock between `sentAt` and `receivedAt`: for the answer to
 * a handshake that is the handshake's sending, for a hello, which an NE may send unasked, the dial.
 * A reading that contradicts the estimate, because their error bounds do not meet, shows that a clock was
 * stepped: what was known before is forgotten, so that a step is followed at once.
 */
export function readClock(
  estimate: ClockEstimate,
  neTime: number,
  sentAt: number,
  receivedAt: number,
): ClockEstimate {
  const reading = { offsetMs: neTime - (sentAt + receivedAt) / 2, delayMs: Math.max(0, receivedAt - sentAt) };
  const best = bestOf(estimate);
  if (best !== undefined && contradict(best, reading)) return [reading];
  return [...estimate.slice(1 - REMEMBERED_ROUND_TRIPS), reading];
}

/**
 * By how many milliseconds the NE's clock is ahead (negative: behind), from the remembered reading with the
 * smallest delay; undefined before the first one. An offset below NEGLIGIBLE_OFFSET_MS, or one that the delay
 * alone explains (an answer that waited), is 0.
 */
export function offsetOf(estimate: ClockEstimate): number | undefined {
  const best = bestOf(estimate);
  if (best === undefined) return undefined;
  const size = Math.abs(best.offsetMs);
  return size < NEGLIGIBLE_OFFSET_MS || size <= best.delayMs / 2 ? 0 : Math.round(best.offsetMs);
}

/** NE time in the OMC's time; what would be in the future is now, and nothing is before 1970. */
export function correct(estimate: ClockEstimate, neTime: number, arrivedAt: number): number {
  return Math.max(0, Math.min(neTime - (offsetOf(estimate) ?? 0), arrivedAt));
}

/** The reading with the smallest delay, the latest of equals. */
function bestOf(estimate: ClockEstimate): ClockReading | undefined {
  let best: ClockReading | undefined;
  for (const reading of estimate) if (best === undefined || reading.delayMs <= best.delayMs) best = reading;
  return best;
}

function contradict(one: ClockReading, other: ClockReading): boolean {
  const reach = (one.delayMs + other.delayMs) / 2 + NEGLIGIBLE_OFFSET_MS;
  return Math.abs(one.offsetMs - other.offsetMs) > reach;
}
