import { setImmediate as nextTurn } from 'node:timers/promises';
import { covers } from '@omc/alarm';
import { type FilterChange, FilterStory } from './filter-story.js';
import { KeyRun, type KeyStory } from './key-run.js';

/** By how much the clocks of two processes may differ. */
const CLOCKS_MS = 10;
const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * What is stored otherwise than the model tells it, in words; nothing where all is well. Works in many turns of the
 * event loop, for the NEs have to answer handshakes meanwhile.
 */
export async function compareLives(
  stories: readonly KeyStory[],
  changes: readonly FilterChange[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const type of new Set(stories.map(({ alarmId }) => alarmId))) {
    const runs = stories.filter(({ alarmId }) => alarmId === type).map((story) => new KeyRun(story));
    await tellAll(
      runs,
      changes.filter(({ scope }) => scope.alarmId === type),
    );
    for (const run of runs) differences.push(...run.differences());
  }
  return differences;
}

/** Tells one type's keys all that was sent, and when each change of a filter came into force. */
async function tellAll(runs: readonly KeyRun[], changes: readonly FilterChange[]): Promise<void> {
  const filters = new FilterStory();
  for (const [i, change] of changes.entries()) {
    const until = (changes[i + 1]?.from ?? FOREVER) - CLOCKS_MS;
    for (const run of runs) run.hearUntil(change.from - CLOCKS_MS, filters);
    const affected = runs.filter(({ story }) => covers(change.scope, story));
    const before = affected.map((run) => run.windowsBy(filters));
    filters.tell(change);
    const tell = (run: KeyRun, k: number, inForceAt: number) => run.refilter(before[k], inForceAt, filters);
    const inForceAt = await agreedInstant(change, (instant) => {
      const tries = affected.map((run, k) => tell(run.fork(), k, instant).hearUntil(until, filters));
      return tries.filter((run) => !run.agreesWithin(change.from - CLOCKS_MS, until)).length;
    });
    for (const [k, run] of affected.entries()) tell(run, k, inForceAt);
  }
  for (const run of runs) run.hearUntil(FOREVER, filters);
}

/**
 * Nobody outside is told at which instant between the request and its answer a change came into force; but it was
 * one instant, the same for all keys: the one with which the fewest of them disagree.
 */
async function agreedInstant(
  { from, to }: FilterChange,
  disagreeing: (instant: number) => number,
): Promise<number> {
  let best = to;
  let fewest = disagreeing(best);
  for (let instant = from - CLOCKS_MS; instant <= to + CLOCKS_MS && fewest > 0; instant++) {
    await nextTurn();
    const some = disagreeing(instant);
    if (some < fewest) [best, fewest] = [instant, some];
  }
  return best;
}
