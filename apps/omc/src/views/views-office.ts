import type { AuditEntry, Json, Refusal, Scope } from '@omc/alarm';
import { includesRole, type ViewPatch, type ViewPost } from '@omc/api';
import type { ChangedView, ListedView, SavedView, SavedViews } from '@omc/store';
import { v7 as uuidv7 } from 'uuid';
import type { SignedSession } from '../access/signed-session.js';
import type { AlarmOffice } from '../alarm-office.js';
import type { AuditOffice } from '../audit/audit-office.js';

/** Of one owner; shared in all. */
const MOST = { own: 100, shared: 500 };

/** What the office works with. */
export interface ViewsOfficeParts {
  readonly views: SavedViews;
  readonly office: Pick<AlarmOffice, 'includes'>;
  readonly audit: Pick<AuditOffice, 'entryOf'>;
  readonly now: () => number;
}

type Outcome<Done> = Promise<Done | Refusal | 'other version'>;

/** Keeps for people the ways in which they look at the alarm list. */
export class ViewsOffice {
  readonly #parts: ViewsOfficeParts;

  constructor(parts: ViewsOfficeParts) {
    this.#parts = parts;
  }

  /** One's own, and those that others share which name no NEs or subnets that one does not see. */
  async list({ user, scope }: SignedSession): Promise<ListedView[]> {
    const views = await this.#parts.views.list(user);
    return views.filter((view) => view.owner === user || this.#isWithin(scope, view.filter));
  }

  async find(id: string, session: SignedSession): Promise<ListedView | undefined> {
    return (await this.list(session)).find((view) => view.id === id.toLowerCase());
  }

  async add(post: ViewPost, by: SignedSession): Promise<SavedView | Refusal> {
    if (post.shared && !includesRole(by.role, 'operator')) return MAY_NOT_SHARE;
    const at = this.#parts.now();
    const view: SavedView = {
      ...post,
      ...{ id: uuidv7(), owner: by.user, version: 1, createdAt: at, changedAt: at, changedBy: by.user },
    };
    const full = await this.#parts.views.add(view, MOST, this.#audit('add-view', by, null, view));
    return full === undefined ? view : refusalFor(full, view.name);
  }

  /** @param ifVersion the version that the view must have; undefined where any will do. */
  async change(
    id: string,
    patch: ViewPatch,
    ifVersion: number | undefined,
    by: SignedSession,
  ): Outcome<SavedView> {
    const changed = await this.#on(id, by, (before) => {
      if (ifVersion !== undefined && ifVersion !== before.version) return 'other version';
      if (patch.shared && !before.shared && !includesRole(by.role, 'operator')) return 'may not share';
      const after: SavedView = {
        ...before,
        ...patch,
        ...{ version: before.version + 1, changedAt: this.#parts.now(), changedBy: by.user },
      };
      return { after, audit: this.#audit('change-view', by, before, after) };
    });
    if (changed === null) throw new Error('a view that was changed is gone');
    return changed;
  }

  async remove(id: string, by: SignedSession): Promise<Refusal | undefined> {
    const removed = await this.#on(id, by, (before) => ({
      after: null,
      audit: this.#audit('remove-view', by, before, null),
    }));
    return removed === null || removed === 'other version' || !('refused' in removed) ? undefined : removed;
  }

  /** Begins with a view from now on, or with none. */
  async setDefault(id: string | null, session: SignedSession): Promise<Refusal | undefined> {
    const sees = id === null || (await this.find(id, session)) !== undefined;
    return sees && (await this.#parts.views.setDefault(session.user, id)) ? undefined : NOT_FOUND;
  }

  async #on(
    id: string,
    by: SignedSession,
    decide: (view: SavedView) => 'other version' | 'may not share' | ChangedView,
  ): Outcome<SavedView | null> {
    const outcome = await this.#parts.views.change(id.toLowerCase(), MOST, (view) => {
      const isSeen = view.owner === by.user || (view.shared && this.#isWithin(by.scope, view.filter));
      if (!isSeen) return 'not found';
      return view.owner === by.user || by.role === 'admin' ? decide(view) : 'not theirs';
    });
    if (outcome === 'other version' || outcome === null || typeof outcome === 'object') return outcome;
    return refusalFor(outcome, '');
  }

  #isWithin(scope: Scope, { ne = [], subnet = [] }: SavedView['filter']): boolean {
    if (scope === null) return true;
    return (
      ne.every((id) => this.#parts.office.includes(scope, id)) &&
      subnet.every((name) => scope.subnets.includes(name))
    );
  }

  /** Views that are nobody else's are nobody else's business. */
  #audit(
    action: string,
    by: SignedSession,
    before: SavedView | null,
    after: SavedView | null,
  ): readonly AuditEntry[] {
    const view = after ?? before;
    if (view === null || !(before?.shared || after?.shared)) return [];
    const target = `view ${view.owner} ${view.name}`;
    return [this.#parts.audit.entryOf(by, action, target, shownOf(before), shownOf(after))];
  }
}

const NOT_FOUND: Refusal = { refused: 'not-found', field: 'id', reason: 'there is no such view' };
const MAY_NOT_SHARE: Refusal = {
  refused: 'not-allowed',
  field: 'shared',
  reason: 'needs the role operator',
};

type Reason =
  | 'no owner'
  | 'name is taken'
  | 'too many'
  | 'too many shared'
  | 'not found'
  | 'not theirs'
  | 'may not share';

function refusalFor(reason: Reason, name: string): Refusal {
  switch (reason) {
    case 'not found':
      return NOT_FOUND;
    case 'may not share':
      return MAY_NOT_SHARE;
    case 'not theirs':
      return { refused: 'not-allowed', reason: 'only its owner or an admin may change a shared view' };
    case 'no owner':
      return { refused: 'not-allowed', reason: 'you are no longer a user' };
    case 'name is taken':
      return {
        refused: 'conflict',
        field: 'name',
        reason: `is taken: ${name} is another view of the same owner`,
      };
    case 'too many':
      return { refused: 'conflict', reason: `you have ${MOST.own} views already; delete some` };
    case 'too many shared':
      return {
        refused: 'conflict',
        field: 'shared',
        reason: `${MOST.shared} views are shared already; delete some`,
      };
  }
}

function shownOf(view: SavedView | null): Json {
  if (view === null) return null;
  const { name, shared, filter, sort, layout, columns } = view;
  return JSON.parse(JSON.stringify({ name, shared, filter, sort, layout, columns })) as Json;
}
