/** For a small server that takes many durable writes on about two cores. */
const DEFAULTS: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  jit: 'off',
  max_connections: '50',
  autovacuum: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'enodeb-omc',
};

/** What the launcher relies on. */
const fixed = (port: number): Readonly<Record<string, string>> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  logging_collector: 'off',
  log_destination: 'stderr',
});

/** The server's command line; `overrides` replace defaults, but not what the launcher relies on. */
export function serverArgs(
  cluster: string,
  port: number,
  overrides: Readonly<Record<string, string>>,
): string[] {
  const settings = Object.entries({ ...DEFAULTS, ...overrides, ...fixed(port) });
  return ['-D', cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
