import {
  type Actor,
  type ListedShelf,
  type Refusal,
  type Scope,
  type Shelf,
  type ShelfPlan,
  shelfStateOf,
} from '@omc/alarm';
import type { ShelfPatch, ShelfPost } from '@omc/api';
import { v7 as uuidv7 } from 'uuid';
import type { Omc } from './omc.js';

const HOUR_MS = 3_600_000;

/** Does for REST and MML what operators ask for about shelves. */
export class ShelfOffice {
  readonly #omc: Omc;

  constructor(omc: Omc) {
    this.#omc = omc;
  }

  /** Those in a state, or with none named those that are planned or active; the oldest first. */
  list(scope: Scope, state?: ReturnType<typeof shelfStateOf> | 'all'): ListedShelf[] {
    const now = this.#omc.now();
    return this.#omc.writer.shelves.list(this.#counted(scope)).filter(({ shelf }) => {
      if (!this.#omc.office.showsShelf(scope, shelf.match)) return false;
      const stands = shelfStateOf(shelf, now);
      return state === undefined ? stands !== 'ended' : state === 'all' || state === stands;
    });
  }

  find(id: string, scope: Scope): ListedShelf | undefined {
    const found = this.#omc.writer.shelves.find(id, this.#counted(scope));
    return found && this.#omc.office.showsShelf(scope, found.shelf.match) ? found : undefined;
  }

  /** Of which NEs hidden alarms count for somebody; undefined: of all. */
  #counted(scope: Scope): ((ne: string) => boolean) | undefined {
    return scope === null ? undefined : (ne) => this.#omc.office.includes(scope, ne);
  }

  /** Begins or plans a shelf; gives its id. */
  async add(post: ShelfPost, actor: Actor): Promise<string | Refusal> {
    const { match, from, until, untilCleared, reason } = post;
    const now = this.#omc.now();
    const fromAt = from === undefined ? now : Date.parse(from);
    const longestMs = this.#omc.configuration.OMC_SHELF_MAX_HOURS * HOUR_MS;
    if (until === undefined && !untilCleared)
      return { refused: 'invalid', field: 'until', reason: 'must be there, or untilCleared true' };
    const untilAt = until === undefined ? Math.max(fromAt, now) + longestMs : Date.parse(until);
    const shelf: ShelfPlan = {
      id: uuidv7(),
      match: definite(match),
      fromAt,
      untilAt,
      untilCleared,
      reason,
    };
    const result = await this.#omc.do({ kind: 'add-shelf', shelf, by: actor.user }, actor);
    return result.refused === undefined ? shelf.id : result;
  }

  /** Changes what is named of a shelf. */
  change(id: string, { from, until, reason }: ShelfPatch, actor: Actor) {
    const change = {
      ...(from === undefined ? {} : { fromAt: Date.parse(from) }),
      ...(until === undefined ? {} : { untilAt: Date.parse(until) }),
      ...(reason === undefined ? {} : { reason }),
    };
    return this.#omc.do({ kind: 'change-shelf', id, change, by: actor.user }, actor);
  }

  /** Ends a shelf now. */
  end(id: string, actor: Actor) {
    return this.#omc.do({ kind: 'end-shelf', id, by: actor.user }, actor);
  }
}

/** The active shelf that hides a whole NE: it is in maintenance. */
export function maintenanceOf(ne: string, shelves: readonly ListedShelf[], now: number): Shelf | undefined {
  const found = shelves.find(
    ({ shelf: { match, ...shelf } }) =>
      match.ne === ne &&
      Object.keys(match).length === 1 &&
      shelfStateOf({ match, ...shelf }, now) === 'active',
  );
  return found?.shelf;
}

/** Only the members that are named. */
function definite({ ne, object, subnet, alarmId, severity }: ShelfPost['match']): ShelfPlan['match'] {
  return {
    ...(ne === undefined ? {} : { ne }),
    ...(object === undefined ? {} : { object }),
    ...(subnet === undefined ? {} : { subnet }),
    ...(alarmId === undefined ? {} : { alarmId }),
    ...(severity === undefined ? {} : { severity }),
  };
}
