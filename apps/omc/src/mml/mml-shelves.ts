import type { Actor, ListedShelf, Refusal, ShelfMatch } from '@omc/alarm';
import { shelfPost, toRfc3339 } from '@omc/api';
import type { BackendRefusal, BackendResult, ShelfScope, ShelfToAdd } from '@omc/mml';
import type { Omc } from '../omc.js';
import { ShelfOffice } from '../shelf-office.js';
import { invalid, resultOf } from './results.js';

/** Shelves as MML asks for them. */
export class MmlShelves {
  readonly #omc: Omc;
  readonly #actor: Actor;
  readonly #office: ShelfOffice;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
    this.#office = new ShelfOffice(omc);
  }

  list(scope: ShelfScope): BackendResult<readonly ListedShelf[]> {
    return {
      ok: true,
      value: this.#office.list(this.#actor.scope).filter(({ shelf }) => names(shelf.match, scope)),
    };
  }

  async add(added: ShelfToAdd): Promise<BackendResult<ListedShelf>> {
    const { minutes, reason, ...match } = added;
    const wrong = this.#tooLong(minutes);
    if (wrong !== undefined) return wrong;
    const until = toRfc3339(this.#omc.now() + minutes * 60_000);
    const checked = shelfPost.safeParse({ match, until, reason });
    if (!checked.success) return invalid(checked.error);
    const id = await this.#office.add(checked.data, this.#actor);
    if (typeof id !== 'string') return inWordsOfMml(id);
    const value = this.#office.find(id, this.#actor.scope);
    if (value === undefined) throw new Error(`shelf ${id} is gone at once`);
    return { ok: true, value };
  }

  #tooLong(minutes: number): BackendRefusal | undefined {
    const hours = this.#omc.configuration.OMC_SHELF_MAX_HOURS;
    const most = Math.floor(hours * 60);
    if (minutes <= most) return undefined;
    const reason = `must be at most ${most}, which is ${hours} hours`;
    return { ok: false, refused: 'invalid', field: 'minutes', reason };
  }

  async end({ id, ...scope }: ShelfScope & { readonly id?: string }): Promise<BackendResult<void>> {
    const meant = this.#office
      .list(this.#actor.scope)
      .filter(({ shelf }) => (id === undefined ? isExactly(shelf.match, scope) : shelf.id === id));
    if (meant.length === 0)
      return { ok: false, refused: 'not-found', reason: 'no shelf that is planned or active names this' };
    const results = await Promise.all(meant.map(({ shelf }) => this.#office.end(shelf.id, this.#actor)));
    return resultOf(results.find(({ refused }) => refused !== undefined) ?? {});
  }
}

/** What REST takes for a body that is not valid, since it names what is not there, MML does not find. */
function inWordsOfMml(refusal: Refusal): BackendRefusal {
  const { field, refused } = refusal;
  const unknown = refused === 'invalid' && (field === 'match.ne' || field === 'match.alarmId');
  return {
    ok: false,
    ...refusal,
    ...(unknown && { refused: 'not-found' }),
    ...(field === 'until' && { field: 'minutes' }),
  };
}

/** Whether a shelf names everything that a scope does. */
function names({ alarmId, ne, object }: ShelfMatch, scope: ShelfScope): boolean {
  return (
    (scope.alarmId === undefined || alarmId?.includes(scope.alarmId) === true) &&
    (scope.ne === undefined || ne === scope.ne) &&
    (scope.object === undefined || object === scope.object)
  );
}

/** Whether a shelf names what a scope does, and nothing else. */
function isExactly(match: ShelfMatch, scope: ShelfScope): boolean {
  const named = Object.keys(match).length === Object.keys(scope).length;
  return named && (match.alarmId?.length ?? 1) === 1 && names(match, scope);
}
