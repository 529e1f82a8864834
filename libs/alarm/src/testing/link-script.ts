import type { Command, LinkEvent } from '../commands.js';
import type { Details, RawState } from '../report.js';
import { CELL } from './test-catalogue.js';

/** What one NE says over its link, as commands; it numbers its events itself. */
export class LinkScript {
  epoch = 'b1';
  seq = 0;

  constructor(readonly ne: string) {}

  add(): Command {
    return { kind: 'add-ne', ne: { id: this.ne, kind: 'link', host: '127.0.0.1', port: 4000 }, by: 'admin' };
  }

  heard(at: number): Command {
    return { kind: 'link-heard', ne: this.ne, at };
  }

  held(at: number): Command {
    return { kind: 'link-held', ne: this.ne, at };
  }

  /** Events with their numbers, as one command. */
  events(...events: LinkEvent[]): Command {
    const arrivedAt = Math.max(...events.map(({ at }) => at));
    return { kind: 'link-events', ne: this.ne, epoch: this.epoch, events, arrivedAt };
  }

  /** The next event. */
  event(state: RawState, at: number, object = 'Cell=1', alarmId = CELL, details: Details = {}): LinkEvent {
    this.seq += 1;
    return { seq: this.seq, object, alarmId, state, at, ...details };
  }

  /** One event, as a command. */
  says(state: RawState, at: number, object = 'Cell=1', alarmId = CELL, details: Details = {}): Command {
    return this.events(this.event(state, at, object, alarmId, details));
  }
}
