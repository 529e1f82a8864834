import type { BackendRefusal } from '../backend-result.js';
import { type Failure, failure } from '../table/outcome.js';
import { filterMembers } from './filter-members.js';
import { inChinese } from './refusals-in-chinese.js';

/** The return codes of what the system refuses. */
export const codes = {
  invalid: 'outOfRange',
  'not-found': 'notFound',
  conflict: 'conflict',
  'not-allowed': 'notAllowed',
} as const;

const memberNames = new Map<string, string>(
  Object.entries(filterMembers).map(([mmlName, member]) => [member, mmlName]),
);

const fieldNames = new Map([
  ...memberNames,
  ['alarmId', 'AID'],
  ['alarm', 'ID'],
  ['ids', 'ID'],
  ['comment', 'CMT'],
  ['id', 'NE'],
  ['ne', 'NE'],
  ['object', 'OBJ'],
  ['host', 'IP'],
  ['port', 'PORT'],
  ['kind', 'KIND'],
  ['from', 'ST'],
  ['until', 'ET'],
  ['notification', 'OID'],
  ['varbinds', 'VB'],
  ['source', 'SRC'],
  ['user', 'USER'],
  ['password', 'PWD'],
  ['role', 'ROLE'],
  ['scope', 'NE'],
  ['authPassword', 'APWD'],
  ['privPassword', 'PPWD'],
  ['match', 'NE'],
  ['match.alarmId', 'AID'],
  ['match.ne', 'NE'],
  ['match.object', 'OBJ'],
  ['minutes', 'DUR'],
  ['reason', 'RSN'],
]);

/** Tells a refusal of the system in the words of MML: its parameters instead of the members of the core. */
export function refuse({ refused, field, reason }: BackendRefusal): Failure {
  const en = reason.replace(/\b[a-z]+[A-Z]\w+\b/g, (word) => memberNames.get(word) ?? word);
  const name = field === undefined ? '' : `${fieldNames.get(field) ?? field} `;
  return failure(codes[refused], { en: `${name}${en}`, zh: `${name}${inChinese(en)}` });
}
