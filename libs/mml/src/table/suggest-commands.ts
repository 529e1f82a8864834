import { type CommandSpec, nameOf } from './command-spec.js';
import { editDistance } from './edit-distance.js';

const NEAR = 2;
const LONGEST = 60;

/** Names of commands that somebody may have meant: the nearest ones, else those with the same object or verb. */
function suggestCommands(table: readonly CommandSpec[], name: string): readonly string[] {
  const near = table
    .map((spec) => ({ name: nameOf(spec), distance: editDistance(name.slice(0, LONGEST), nameOf(spec)) }))
    .filter(({ distance }) => distance <= NEAR)
    .sort((one, other) => one.distance - other.distance);
  const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
  if (nearest.length > 0) return nearest.map((candidate) => candidate.name);
  const [verb, object] = name.split(' ');
  const sameObject = table.filter((spec) => spec.object !== null && spec.object === object);
  return (sameObject.length > 0 ? sameObject : table.filter((spec) => spec.verb === verb)).map(nameOf);
}

/** A question in brackets to put behind a name that is no command's, or nothing. */
export function didYouMean(table: readonly CommandSpec[], name: string): string {
  const names = suggestCommands(table, name);
  return names.length === 0 ? '' : ` (did you mean ${names.join(', ').replace(/, ([^,]*)$/, ' or $1')}?)`;
}
