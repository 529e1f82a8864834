import { ProblemException } from './problem-exception.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of an alarm in a path; throws 404 where no alarm can have it. */
export function alarmIdOf(id: string): string {
  return UUID.test(id) ? id.toLowerCase() : noAlarm(id);
}

/** Throws 404. */
export function noAlarm(id: string): never {
  throw new ProblemException(404, `there is no alarm ${id.slice(0, 64)}`);
}
