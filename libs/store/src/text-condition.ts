import type { Conditions } from './conditions.js';

/** What an index knows of a text: the words that hold it, and the alarms of which it does not know yet what they say. */
export interface FoundWords {
  readonly nes: readonly string[];
  readonly objects: readonly string[];
  readonly texts: readonly string[];
  /** Of the texts, by which the indexes that have their alarms in order know them. */
  readonly textHashes: readonly string[];
  readonly recent: readonly string[];
}

/** A text that is searched, and the alarm types whose names contain it. */
export interface SoughtText {
  readonly q: string;
  readonly namedAlarmIds: readonly number[];
  /** Undefined where no index told: each alarm of the list is compared then. */
  readonly words?: FoundWords | undefined;
}

/** The hash of an alarm's text, as the index of texts has it. */
export const TEXT_HASH = 'hashtextextended(text, 0)';

/** The pattern of LIKE for what contains a text. */
export function containing(text: string): string {
  return `%${escaped(text)}%`;
}

/** A text in a pattern of LIKE, as itself. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The condition that an alarm's NE, object, name or text contains a text, whatever the case. */
export function textCondition(sought: SoughtText, conditions: Conditions): string {
  const terms = [...among('alarm_id', sought.namedAlarmIds, 'int', conditions)];
  if (sought.words === undefined) terms.push(contains(sought.q, conditions));
  else terms.push(...hasWord(sought.q, sought.words, conditions));
  return terms.length === 0 ? 'false' : `(${terms.join(' or ')})`;
}

/** By equality, which the indexes of lists answer, however long the list is. */
function hasWord(q: string, { nes, objects, texts, recent }: FoundWords, conditions: Conditions): string[] {
  return [
    ...among('ne', nes, 'text', conditions),
    ...among('object', objects, 'text', conditions),
    ...among('text', texts, 'text', conditions),
    ...among('id', recent, 'uuid', conditions).map((one) => `(${one} and ${contains(q, conditions)})`),
  ];
}

function contains(q: string, conditions: Conditions): string {
  const pattern = conditions.parameter(containing(q));
  return `(ne ilike ${pattern} or object ilike ${pattern} or text ilike ${pattern})`;
}

/** One term, or none where there is nothing to be among; one value alone is told so, since it has one place in an index. */
function among(column: string, values: readonly unknown[], type: string, conditions: Conditions): string[] {
  if (values.length === 0) return [];
  if (values.length === 1) return [`${column} = ${conditions.parameter(values[0])}::${type}`];
  return [`${column} = any(${conditions.parameter(values)}::${type}[])`];
}
