import type { Info } from '@omc/alarm';
import type { Happening, LinkHappening, ReportHappening } from '../physics/happening.js';
import type { AlarmName } from '../physics/surroundings.js';

/** A fault that an OMC knows of. */
export interface ToldAlarm extends AlarmName {
  readonly info?: Info;
  readonly since: number;
}

/** What an OMC without hold-off knows at an instant of the faults that NEs report over their links. */
export function toldAlarms(happenings: readonly Happening[], until: number): ToldAlarm[] {
  const listener = new Listener();
  for (const happening of happenings.filter(({ at }) => at <= until)) listener.hear(happening);
  return [...listener.told.values()];
}

class Listener {
  readonly told = new Map<string, ToldAlarm>();
  readonly #held = new Map<string, ReportHappening[]>();

  hear(happening: Happening): void {
    const held = this.#held.get(happening.ne);
    if (happening.kind === 'link') this.#turn(happening);
    else if (held !== undefined) held.push(happening);
    else this.#take(happening);
  }

  #turn({ ne, state, restarted }: LinkHappening): void {
    const held = this.#held.get(ne) ?? [];
    this.#held.delete(ne);
    if (state === 'down') this.#held.set(ne, []);
    else if (restarted) this.#forget(ne);
    else for (const report of held) this.#take(report);
  }

  #forget(ne: string): void {
    for (const [key, alarm] of this.told) if (alarm.ne === ne) this.told.delete(key);
  }

  #take({ ne, object, alarmId, state, info, at }: ReportHappening): void {
    const key = `${ne} ${alarmId} ${object}`;
    const since = this.told.get(key)?.since ?? at;
    if (state === 'ok') this.told.delete(key);
    else this.told.set(key, { ne, object, alarmId, since, ...(info !== undefined && { info }) });
  }
}
