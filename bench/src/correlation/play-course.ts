import type { Alarm } from '@omc/alarm';
import { type Happening, type NetworkPlan, Random } from '@omc/simulator';
import { CoreOffice } from './core-office.js';
import { ElementLink, type TimedCommand } from './element-link.js';

/** An OMC's active alarms at the end of a course, by id. */
export type ActiveAlarms = ReadonlyMap<string, Alarm>;

/** What playing a course gave. */
export interface PlayedCourse {
  readonly active: ActiveAlarms;
  /** The longest that a batch took to be completed, milliseconds. */
  readonly longestMs: number;
}

const HANDSHAKE_MS = 60_000;

/** Lets an OMC's core hear of a course of happenings up to an instant, as it would over the links. */
export async function playCourse(
  plan: NetworkPlan,
  happenings: readonly Happening[],
  untilMs: number,
): Promise<PlayedCourse> {
  const office = await CoreOffice.of(plan, 'link');
  const active = new Map<string, Alarm>();
  office.onChanges = (changes) => {
    for (const { alarm } of changes)
      if (alarm.state === 'active') active.set(alarm.id, alarm);
      else active.delete(alarm.id);
  };
  let longestMs = 0;
  for (const { at, command } of commandsOf(plan, happenings, untilMs)) {
    office.passTo(at);
    longestMs = Math.max(longestMs, office.at(at, [command]));
  }
  office.passTo(untilMs);
  return { active, longestMs };
}

function commandsOf(plan: NetworkPlan, happenings: readonly Happening[], untilMs: number): TimedCommand[] {
  const random = new Random(1);
  const links = new Map(
    plan.elements.map(({ id }) => [id, new ElementLink(id, random.whole(0, HANDSHAKE_MS - 1))]),
  );
  const commands = [...links.values()].flatMap((link) => link.open(0));
  for (const happening of happenings) commands.push(...(links.get(happening.ne)?.hear(happening) ?? []));
  for (const link of links.values()) commands.push(...link.missedUntil(untilMs));
  return commands.filter(({ at }) => at <= untilMs).sort((a, b) => a.at - b.at);
}
