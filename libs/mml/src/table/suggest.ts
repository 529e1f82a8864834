import type { Bilingual } from '@omc/alarm';
import { type CommandSpec, nameOf } from './command-spec.js';
import { editDistance } from './edit-distance.js';

const NEAR = 2;
/** In a short word two wrong letters leave hardly one right. */
const LETTERS_A_SLIP = 3;
const LONGEST = 60;

/** A question in brackets to put behind a name that is no command's, or nothing. */
export function didYouMean(table: readonly CommandSpec[], name: string): Bilingual {
  const nearest = nearestOf(table.map(nameOf), name);
  return question(nearest.length > 0 ? nearest : alikeIn(table, name));
}

/** A question in brackets to put behind a word that is none of the allowed ones, or nothing. */
export function didYouMeanOneOf(allowed: readonly string[], word: string): Bilingual {
  return question(nearestOf(allowed, word));
}

/** The words with the fewest letters wrong. */
function nearestOf(allowed: readonly string[], word: string): readonly string[] {
  const near = allowed
    .map((name) => ({ name, distance: editDistance(word.slice(0, LONGEST), name) }))
    .filter(({ name, distance }) => distance <= slipsIn(Math.min(name.length, word.length)))
    .sort((one, other) => one.distance - other.distance);
  return near.filter(({ distance }) => distance === near[0]?.distance).map(({ name }) => name);
}

function slipsIn(length: number): number {
  return Math.min(NEAR, length - 1, Math.floor(length / LETTERS_A_SLIP));
}

/** Commands with the same object, else with the same verb. */
function alikeIn(table: readonly CommandSpec[], name: string): readonly string[] {
  const [verb, object] = name.split(' ');
  const sameObject = table.filter((spec) => spec.object !== null && spec.object === object);
  return (sameObject.length > 0 ? sameObject : table.filter((spec) => spec.verb === verb)).map(nameOf);
}

const MOST_NAMED = 12;

function question(names: readonly string[]): Bilingual {
  const named = names.slice(0, MOST_NAMED);
  if (named.length === 0) return { en: '', zh: '' };
  return {
    en: ` (did you mean ${named.join(', ').replace(/, ([^,]*)$/, ' or $1')}?)`,
    zh: `（是否为 ${named.join('、').replace(/、([^、]*)$/, '或$1')}？）`,
  };
}
