import type { Bilingual } from '@omc/alarm';
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

/** What is said of the parameter itself goes behind its name without a colon. */
const PREDICATE = /^(must|names|is) /;

/** Puts a reason behind the parameter that it is about. */
export function reasonOf(name: string, reason: string): Bilingual {
  const en = inWordsOfMml(reason);
  const zh = inChinese(en);
  // A reason that begins with the name, such as NE eNB-1 is not registered, says it already.
  if (en.startsWith(`${name} `)) return { en, zh };
  const colon = PREDICATE.test(en) ? '' : ':';
  return { en: `${name}${colon} ${en}`, zh: `${name}${colon} ${zh}` };
}

/** Tells a refusal of the system in the words of MML: its parameters instead of the members of the core. */
export function refuse({ refused, field, reason }: BackendRefusal): Failure {
  if (field !== undefined) return failure(codes[refused], reasonOf(fieldNames.get(field) ?? field, reason));
  const en = inWordsOfMml(reason);
  return failure(codes[refused], { en, zh: inChinese(en) });
}

const LENGTHS = /^Too (?:small|big): expected string to have ([><])=(\d+) characters$/;

/** The core's names of members become those of MML, and what the checks of shapes say becomes ours. */
function inWordsOfMml(reason: string): string {
  const named = reason.replace(/\b[a-z]+[A-Z]\w+\b/g, (word) => memberNames.get(word) ?? word);
  return named.replace(
    LENGTHS,
    (_, bound: string, count: string) =>
      `must have at ${bound === '>' ? 'least' : 'most'} ${count} characters`,
  );
}
