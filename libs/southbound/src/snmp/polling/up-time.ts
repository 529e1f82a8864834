/** What an agent said of its sysUpTime. */
export interface UpTime {
  /** Hundredths of a second since the agent started, modulo 2^32 (RFC 3418 §2: sysUpTime). */
  readonly ticks: number;
  /** When it said so, ms since 1970. */
  readonly at: number;
}

const TICK_MS = 10;
/** After so many ticks, 497 days, it begins again at 0. */
const WRAP = 2 ** 32;
/** By how much what an agent says may differ from what is expected: the way there and back, and a clock that is off by 5 %. */
const SLACK_TICKS = 1_000;
const SLACK_SHARE = 0.05;

/** Whether an agent has started anew between two looks; a counter that only wrapped has not. */
export function hasRestarted(before: UpTime, now: UpTime): boolean {
  const elapsed = Math.max(0, now.at - before.at) / TICK_MS;
  const slack = SLACK_TICKS + elapsed * SLACK_SHARE;
  const missing = modulo(before.ticks + elapsed - now.ticks);
  if (missing <= slack || WRAP - missing <= slack) return false;
  return now.ticks < before.ticks || now.ticks <= elapsed + slack;
}

function modulo(ticks: number): number {
  return ((ticks % WRAP) + WRAP) % WRAP;
}
