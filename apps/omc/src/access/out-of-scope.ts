import {
  type Actor,
  type Command,
  type Refusal,
  type ShelfCommand,
  type ShelfPlan,
  scopeIncludes,
} from '@omc/alarm';

/**
 * Why somebody who is limited to some NEs may not give a command; undefined where they may. What lies outside does not
 * exist for them; what is everybody's is not theirs to change.
 */
export function outOfScope(
  command: Command,
  { scope }: Pick<Actor, 'scope'>,
  subnetOf: (ne: string) => string | undefined,
  shelfOf: (id: string) => Pick<ShelfPlan, 'match'> | undefined = () => undefined,
): Refusal | undefined {
  // Actions on alarms stand and fall each by itself: which of the alarms are theirs is looked at there.
  if (scope === null || command.kind === 'act-on-alarms') return undefined;
  if (isOfShelf(command)) {
    const { match = {} } = command.kind === 'add-shelf' ? command.shelf : (shelfOf(command.id) ?? {});
    const isTheirs =
      (match.ne !== undefined && scopeIncludes(scope, match.ne, subnetOf)) ||
      (match.subnet !== undefined && scope.subnets.includes(match.subnet));
    return isTheirs ? undefined : { refused: 'not-allowed', field: 'match', reason: notTheirs };
  }
  const place = placeOf(command);
  if (place === undefined)
    return { refused: 'not-allowed', reason: 'concerns all NEs, and you are limited to some' };
  if (place.ne === undefined)
    return { refused: 'not-allowed', field: 'ne', reason: 'must be named: you are limited to some NEs' };
  if (scopeIncludes(scope, place.ne, subnetOf)) return undefined;
  if (command.kind === 'add-ne')
    return { refused: 'not-allowed', field: 'id', reason: `you are limited to other NEs than ${place.ne}` };
  return { refused: 'not-found', field: 'ne', reason: `NE ${place.ne} is not registered` };
}

const notTheirs = 'must name an NE or a subnet of yours: you are limited to some NEs';

function isOfShelf(command: Command): command is ShelfCommand {
  return command.kind === 'add-shelf' || command.kind === 'change-shelf' || command.kind === 'end-shelf';
}

/** The NE that a command is about; undefined where it is about all, or where nobody has said. */
function placeOf(command: Command): { readonly ne: string | undefined } | undefined {
  switch (command.kind) {
    case 'set-filter':
      return { ne: command.filter.ne };
    case 'remove-filter':
      return { ne: command.scope.ne };
    case 'add-ne':
    case 'change-ne':
      return { ne: command.ne.id };
    case 'remove-ne':
      return { ne: command.id };
    case 'set-topology':
      return { ne: command.ne };
    default:
      return undefined;
  }
}
