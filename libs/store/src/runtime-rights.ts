import { Client } from 'pg';

/** Whether the role that the OMC works with has no more rights than the work needs, or why it has. */
export type RuntimeRights =
  | { readonly areLeast: true }
  | { readonly areLeast: false; readonly reason: string };

const ALL = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;
type Right = (typeof ALL)[number];

/** Of a table that is not named below. */
const OF_A_TABLE: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** What is history is added to and read; alarms change and stay; the migrations are the owner's. */
const NARROWER: Readonly<Record<string, readonly Right[]>> = {
  audit: ['SELECT', 'INSERT'],
  alarm_change: ['SELECT', 'INSERT'],
  alarm_comment: ['SELECT', 'INSERT'],
  journal: ['SELECT', 'INSERT'],
  alarm: ['SELECT', 'INSERT', 'UPDATE'],
  writer_partition: ['SELECT', 'UPDATE'],
  migrations: [],
};

const FUNCTIONS = ['make_journal_day(date)', 'drop_journal_day(date)'];

/** Two OMCs that start at once grant one after the other. Any number that nobody else locks. */
const GRANTING = 6_312_024;

/**
 * Gives a role the rights that the work needs in the schema, and takes from it what it does not: nothing is written where
 * all is as it should be. Rights on partitions are those on their table. Throws where the role does not exist.
 */
export async function grantRuntimeRights(ownerUrl: string, role: string): Promise<RuntimeRights> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'omc-migrations' });
  await client.connect();
  try {
    const reason = await excess(client, role);
    if (reason !== undefined) return { areLeast: false, reason };
    await client.query(`begin; select pg_advisory_xact_lock(${GRANTING})`);
    const statements = [...(await onTables(client, role)), ...(await onTheRest(client, role))];
    await client.query([...statements, 'commit'].join(';\n'));
    return { areLeast: true };
  } finally {
    await client.end();
  }
}

/** The name of the role that a URL signs in with; empty where it names none. */
export function roleOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).username) : '';
}

/** Why grants would not bind a role. */
async function excess(client: Client, role: string): Promise<string | undefined> {
  // Superusers are members of every role.
  const { rows } = await client.query<{ is_owner: boolean }>(
    `select pg_has_role(rolname, current_user, 'member') as is_owner from pg_roles where rolname = $1`,
    [role],
  );
  const [found] = rows;
  if (found === undefined) return role === '' ? 'DATABASE_URL names no role' : absent(role);
  if (found.is_owner) return `"${role}" may do whatever the owner of the tables may`;
  return undefined;
}

function absent(role: string): never {
  throw new Error(`there is no role "${role}": the one of DATABASE_URL has to be made first`);
}

async function onTables(client: Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ relname: string; place: string; rights: Right[] }>(
    `select relname, oid::regclass::text as place, array(select name from unnest($2::text[]) name
       where has_table_privilege($1::name, oid, name)) as rights
     from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not relispartition`,
    [role, ALL],
  );
  return rows.flatMap(({ relname, place, rights }) => {
    const wanted = NARROWER[relname] ?? OF_A_TABLE;
    const missing = wanted.filter((right) => !rights.includes(right));
    const extra = rights.filter((right) => !wanted.includes(right));
    return [
      ...(missing.length > 0
        ? [`grant ${missing.join(', ')} on ${place} to ${client.escapeIdentifier(role)}`]
        : []),
      ...(extra.length > 0
        ? [`revoke ${extra.join(', ')} on ${place} from ${client.escapeIdentifier(role)}`]
        : []),
    ];
  });
}

/** The schema, the two functions that make and drop partitions, and the temporary table of the writer. */
async function onTheRest(client: Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ grant: string }>(
    `select format('grant usage on schema %I to %I', current_schema(), $1::text) as grant
       where not has_schema_privilege($1::name, current_schema(), 'usage')
     union all select format('grant temporary on database %I to %I', current_database(), $1::text)
       where not has_database_privilege($1::name, current_database(), 'temporary')
     union all select format('grant execute on function %s to %I', name::regprocedure, $1::text)
       from unnest($2::text[]) name where not has_function_privilege($1::name, name::regprocedure, 'execute')`,
    [role, FUNCTIONS],
  );
  return rows.map((row) => row.grant);
}
