import type { AlarmResource, SubscribeRequest } from '@omc/api';
import { argumentsOf, type ReportedAlarm, renderAlarmReport } from '@omc/mml';
import { followAlarms, type LiveState } from './live-alarms.js';
import { ReadingPace } from './reading-pace.js';
import type { Session } from './session.js';
import type { Voice } from './voice.js';

/** Alarms that are told of already, so that a later change of one is not told as a new one. */
const MOST_KNOWN = 50_000;

/** STR ALMRPT and STP ALMRPT at the prompt: alarms as they are raised and cleared, shown between commands. */
export class AlarmReports {
  readonly #session: Session;
  readonly #voice: Voice;
  readonly #show: (text: string) => void;
  readonly #known = new Set<string>();
  readonly #pace = new ReadingPace((count) =>
    this.#show(`${this.#voice.say('reportsLeftOut', { count })}\n`),
  );
  #stop: (() => void) | undefined;

  constructor(session: Session, voice: Voice, show: (text: string) => void) {
    this.#session = session;
    this.#voice = voice;
    this.#show = show;
  }

  /** Takes a command that is about reports; false where it is not, or not a valid one: then the OMC answers it. */
  take(statement: string): boolean {
    if (argumentsOf(statement, 'STP ALMRPT') !== undefined) {
      this.stop();
      this.#show(`${this.#voice.say('reportsEnd')}\n`);
      return true;
    }
    const wanted = argumentsOf(statement, 'STR ALMRPT');
    if (wanted === undefined) return false;
    this.stop();
    this.#start(filterOf(wanted));
    return true;
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#pace.end();
  }

  #start(filter: NonNullable<SubscribeRequest['filter']>): void {
    const { address, token } = this.#session;
    let last: string | undefined;
    this.#stop = followAlarms(address, token, filter, {
      onChange: (alarm, left) => this.#tell(alarm, left),
      onState: (state) => {
        const said = this.#saidOf(state);
        // Each try to come back would say the same again.
        if (said !== last) this.#show(`${said}\n`);
        last = said;
      },
    });
  }

  #saidOf(state: LiveState): string {
    if (state === 'connected') return this.#voice.say('reportsBegin');
    if (state === 'lost') return this.#voice.say('streamLost');
    return this.#voice.say('streamRefused', { reason: this.#voice.translated(state.refused) });
  }

  #tell(alarm: AlarmResource, left: boolean): void {
    const isNew = alarm.state === 'active' && alarm.lifeVersion === 1 && !this.#known.has(alarm.id);
    const isOver = alarm.state === 'cleared' && left;
    if (!isNew && !isOver) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    if (isNew) this.#known.add(alarm.id);
    const told = isNew ? 'raised' : 'cleared';
    const at = Date.parse(isNew ? alarm.raisedAt : (alarm.clearedAt ?? alarm.raisedAt));
    if (!this.#pace.admits()) return;
    this.#show(renderAlarmReport(reportedOf(alarm), told, at, this.#voice.language));
  }
}

function filterOf(args: Readonly<Record<string, unknown>>): NonNullable<SubscribeRequest['filter']> {
  const words = (name: string) => {
    const list = args[name];
    return Array.isArray(list) ? list.map((each) => String(each).toLowerCase()) : undefined;
  };
  const [alarmId, severity, role] = [words('AID'), words('ALVL'), words('ROLE')];
  return {
    shelved: 'false',
    ...(alarmId && { alarmId }),
    ...(severity && { severity }),
    ...(role && { role }),
    ...(typeof args['NE'] === 'string' && { ne: args['NE'] }),
  };
}

function reportedOf(alarm: AlarmResource): ReportedAlarm {
  const { raisedAt, clearedAt } = alarm;
  return {
    ...alarm,
    raisedAt: Date.parse(raisedAt),
    clearedAt: clearedAt === null ? null : Date.parse(clearedAt),
  };
}
