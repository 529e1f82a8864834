import { isIP } from 'node:net';
import { dirname } from 'node:path';
import { logLevels } from '@omc/api';
import { z } from 'zod';
import { places } from '../places.js';
import { dataDirFaults } from './data-dir.js';
import { linkFileFaults } from './link-files.js';
import { parseNetworks } from './ne-networks.js';
import { serverFileFaults } from './server-files.js';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().min(0.01).max(86_400).default(fallback);

/** Of a password that others than this machine can try. */
const SHORTEST_PASSWORD = 12;

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be a URL of the form postgres://user:password@host:port/database')
  .optional();

const shape = z.object({
  OMC_PORT: port(3000),
  OMC_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, 'must be an IP address, such as 127.0.0.1')
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl,
  OMC_DATABASE_OWNER_URL: databaseUrl,
  OMC_DATABASE_PATIENCE_S: seconds(10),
  OMC_DATA_DIR: z.string().min(1).default('.data'),
  NATS_URL: z.string().optional(),
  OMC_TRAP_PORT: port(1162),
  OMC_MML_PORT: port(6000),
  OMC_MML_IDLE_S: seconds(1800),
  OMC_HANDSHAKE_INTERVAL_S: seconds(60),
  OMC_HANDSHAKE_MISSES: z.coerce.number().int().min(1).max(100).default(3),
  OMC_RECONNECT_INTERVAL_S: seconds(120),
  OMC_ADMIN_PASSWORD: z.string().max(200).optional(),
  OMC_SNMP_COMMUNITIES: z
    .string()
    .default('public')
    .transform((list) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine((names) => names.length > 0, 'must name at least one community'),
  OMC_TRAP_MAP: z.string().min(1).default(places.trapMap),
  OMC_SNMP_USERS: z.string().optional(),
  OMC_MIB_DIR: z.string().min(1).default(dirname(places.trapMap)),
  OMC_NE_NETWORKS: z.string().optional().transform(parseNetworks),
  OMC_LINK_CA: z.string().optional(),
  OMC_LINK_CERT: z.string().optional(),
  OMC_LINK_KEY: z.string().optional(),
  OMC_TLS_CERT: z.string().optional(),
  OMC_TLS_KEY: z.string().optional(),
  OMC_TLS_CLIENT_CA: z.string().optional(),
  OMC_RATE_LIMIT: z.coerce.number().int().min(0).max(1_000_000).default(1000),
  OMC_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
          error: 'must be IP addresses or networks such as 10.0.0.0/8, with commas between them',
        }),
      ),
    ),
  OMC_LIVE_CLIENTS: z.coerce.number().int().min(1).max(100_000).default(5_000),
  OMC_LIVE_CLIENTS_PER_USER: z.coerce.number().int().min(1).max(100_000).default(2_000),
  OMC_SESSION_IDLE_S: seconds(3600),
  OMC_JOURNAL_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  OMC_SHELF_MAX_HOURS: z.coerce.number().min(0.01).max(8784).default(168),
  OMC_DISK_LEAST_FREE_PERCENT: z.coerce.number().min(0).max(99).default(5),
  OMC_LOG_LEVEL: z.enum(logLevels).default('info'),
  OMC_BANNER_EN: z.string().max(500).optional(),
  OMC_BANNER_ZH: z.string().max(500).optional(),
});

/** The environment, read once and checked. */
export type Configuration = z.infer<typeof shape>;

/** Reads the environment; every fault is named at once. An empty variable counts as unset. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly faults: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(set);
  if (parsed.success) {
    const faults = faultsOfTogether(parsed.data, new Set());
    return faults.length === 0 ? { ok: true, configuration: parsed.data } : { ok: false, faults };
  }
  const { issues } = parsed.error;
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  // With the rest alone, so that what is wrong there need not wait for the next try.
  const rest = shape.parse(Object.fromEntries(Object.entries(set).filter(([name]) => !wrong.has(name))));
  const faults = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ok: false, faults: [...faults, ...faultsOfTogether(rest, wrong)] };
}

/** What no shape tells: what is wrong beside something else, or on this machine. Says nothing about what is `wrong` by itself. */
function faultsOfTogether(configuration: Configuration, wrong: ReadonlySet<string>): string[] {
  const { OMC_HOST, OMC_ADMIN_PASSWORD, OMC_SNMP_COMMUNITIES, NATS_URL, OMC_PORT, OMC_MML_PORT } =
    configuration;
  const known = (...names: (keyof Configuration)[]) => !names.some((name) => wrong.has(name));
  const faults: string[] = [];
  if (NATS_URL !== undefined)
    faults.push('NATS_URL: cluster mode is not available in this version; leave it unset');
  if (
    known('DATABASE_URL') &&
    configuration.OMC_DATABASE_OWNER_URL !== undefined &&
    configuration.DATABASE_URL === undefined
  )
    faults.push('OMC_DATABASE_OWNER_URL: means something only beside DATABASE_URL');
  if (known('OMC_PORT', 'OMC_MML_PORT') && OMC_PORT !== 0 && OMC_PORT === OMC_MML_PORT)
    faults.push(`OMC_MML_PORT: is the same as OMC_PORT (${OMC_PORT})`);
  if (!isLoopback(OMC_HOST) && (OMC_ADMIN_PASSWORD?.length ?? SHORTEST_PASSWORD) < SHORTEST_PASSWORD)
    faults.push(
      `OMC_ADMIN_PASSWORD: must have at least ${SHORTEST_PASSWORD} characters while OMC_HOST (${OMC_HOST}) is not loopback`,
    );
  if (known('OMC_SNMP_COMMUNITIES') && !isLoopback(OMC_HOST) && OMC_SNMP_COMMUNITIES.includes('public'))
    faults.push(`OMC_SNMP_COMMUNITIES: "public" is refused while OMC_HOST (${OMC_HOST}) is not loopback`);
  return [
    ...faults,
    ...dataDirFaults(configuration.OMC_DATA_DIR),
    ...linkFileFaults(configuration),
    ...serverFileFaults(configuration),
  ];
}

/** Whether an address is reached from this machine only. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
}
