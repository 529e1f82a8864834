import type { AuditEntry } from '@omc/alarm';
import type { ViewPost } from '@omc/api';
import type { Pool, PoolClient } from 'pg';
import { addAuditEntries } from './audit-log.js';
import { inTransaction } from './in-transaction.js';

/** A saved view as it is stored. */
export interface SavedView extends ViewPost {
  readonly id: string;
  readonly owner: string;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly changedBy: string;
}

/** A view as somebody sees it. */
export interface ListedView extends SavedView {
  readonly default: boolean;
}

/** How many views there may be: of one owner, and shared in all. */
export interface MostViews {
  readonly own: number;
  readonly shared: number;
}

/** What becomes of a view, or why nothing does; what of it is to be audited. */
export type ViewChange<Refused> = (view: SavedView) => Refused | ChangedView;
export interface ChangedView {
  /** Null: it is removed. */
  readonly after: SavedView | null;
  readonly audit: readonly AuditEntry[];
}

type Full = 'no owner' | 'name is taken' | 'too many' | 'too many shared';

interface Row {
  id: string;
  owner: string;
  name: string;
  shared: boolean;
  content: Pick<ViewPost, 'filter' | 'sort' | 'layout' | 'columns'>;
  version: number;
  created_at: Date;
  changed_at: Date;
  changed_by: string;
}

/** The saved views of the alarm list. */
export class SavedViews {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** One's own views and those that others share, by name. */
  async list(user: string): Promise<ListedView[]> {
    const { rows } = await this.#pool.query<Row & { is_default: boolean }>(
      `select saved_view.*, coalesce(view = id, false) as is_default
       from saved_view left join default_view on user_name = $1
       where owner = $1 or shared order by owner <> $1, name, owner`,
      [user],
    );
    return rows.map((row) => ({ ...viewOf(row), default: row.is_default }));
  }

  /** Stores a view; why not, where it is not stored. */
  add(view: SavedView, most: MostViews, audit: readonly AuditEntry[]): Promise<Full | undefined> {
    return inTransaction(this.#pool, async (client) => {
      const full = await fullness(client, view, most);
      if (full !== undefined) return full;
      await client.query(
        `insert into saved_view (id, owner, name, shared, content, version, created_at, changed_at, changed_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        valuesOf(view),
      );
      await audited(client, audit);
      return undefined;
    });
  }

  /** Changes or removes a view, as it is decided of how it stands then. */
  change<Refused extends string>(
    id: string,
    most: MostViews,
    decide: ViewChange<Refused>,
  ): Promise<SavedView | null | Refused | Full | 'not found'> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<Row>('select * from saved_view where id::text = $1 for update', [
        id,
      ]);
      const before = rows[0] && viewOf(rows[0]);
      const decided = before === undefined ? 'not found' : decide(before);
      if (typeof decided === 'string' || before === undefined) return decided as Refused | 'not found';
      const { after, audit } = decided;
      const full = after === null ? undefined : await fullness(client, after, most);
      if (full !== undefined) return full;
      if (after === null) await client.query('delete from saved_view where id = $1', [before.id]);
      else await update(client, after);
      await audited(client, audit);
      return after;
    });
  }

  /** Somebody begins with a view from now on, or with none; false where they see no such view. */
  async setDefault(user: string, id: string | null): Promise<boolean> {
    if (id === null) {
      await this.#pool.query('delete from default_view where user_name = $1', [user]);
      return true;
    }
    const { rowCount } = await this.#pool.query(
      `insert into default_view (user_name, view)
       select $1, id from saved_view where id = $2 and (owner = $1 or shared)
       on conflict (user_name) do update set view = excluded.view`,
      [user, id],
    );
    return rowCount === 1;
  }
}

/** Why a view has no room. One change of views after the other, so that two at once cannot both be the last. */
async function fullness(
  client: PoolClient,
  { id, owner, name, shared }: SavedView,
  most: MostViews,
): Promise<Full | undefined> {
  await client.query(`select pg_advisory_xact_lock(hashtext('saved_view'))`);
  const found = await client.query('select 1 from app_user where name = $1 for share', [owner]);
  if (found.rowCount === 0) return 'no owner';
  const { rows } = await client.query<{ is_named: boolean; own: number; shared: number }>(
    `select coalesce(bool_or(owner = $1 and name = $2), false) as is_named,
       count(*) filter (where owner = $1)::int as own, count(*) filter (where shared)::int as shared
     from saved_view where id <> $3`,
    [owner, name, id],
  );
  const others = rows[0] ?? { is_named: false, own: 0, shared: 0 };
  if (others.is_named) return 'name is taken';
  if (others.own >= most.own) return 'too many';
  return shared && others.shared >= most.shared ? 'too many shared' : undefined;
}

/** Whoever began with a view that is no longer shared begins with none. */
async function update(client: PoolClient, view: SavedView): Promise<void> {
  await client.query(
    `update saved_view set owner = $2, name = $3, shared = $4, content = $5, version = $6, created_at = $7,
       changed_at = $8, changed_by = $9 where id = $1`,
    valuesOf(view),
  );
  if (!view.shared)
    await client.query('delete from default_view where view = $1 and user_name <> $2', [view.id, view.owner]);
}

async function audited(client: PoolClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await addAuditEntries(client, entries);
}

function valuesOf(view: SavedView): unknown[] {
  const { filter, sort, layout, columns } = view;
  return [
    view.id,
    view.owner,
    view.name,
    view.shared,
    JSON.stringify({ filter, sort, layout, columns }),
    view.version,
    new Date(view.createdAt),
    new Date(view.changedAt),
    view.changedBy,
  ];
}

function viewOf({ content, created_at, changed_at, changed_by, ...row }: Row): SavedView {
  const { id, owner, name, shared, version } = row;
  return {
    ...{ id, owner, name, shared, version },
    ...content,
    createdAt: created_at.getTime(),
    changedAt: changed_at.getTime(),
    changedBy: changed_by,
  };
}
