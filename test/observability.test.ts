import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../docs/observability/${name}`, import.meta.url)), 'utf8');
const NAME = /\b(?:omc|process|nodejs)_[a-z0-9_]+\b/g;

/** The names that queries use, without what Prometheus makes of a histogram. */
function namesIn(expressions: readonly string[]): Set<string> {
  const names = expressions.flatMap((expression) => expression.match(NAME) ?? []);
  return new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, '')));
}

describe('the metrics', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let served: string[];

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    const { body } = await client.get<string>('/metrics');
    served = [...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  });

  afterAll(async () => omc?.remove());

  it('are all documented, and none that there is not', () => {
    const rows = read('metrics.md').matchAll(/^\| (`[^|]+`) \|/gm);
    const documented = [...rows].flatMap(([, cell = '']) => cell.match(NAME) ?? []);
    expect([...documented].sort()).toEqual([...served].sort());
  });

  it('are all that alert rules and the dashboard ask for', () => {
    const rules = [...read('omc-alerts.yaml').matchAll(/^ +expr: (.+)$/gm)].map(([, expr = '']) => expr);
    expect(rules.length).toBeGreaterThan(5);
    const { panels } = JSON.parse(read('omc-dashboard.json')) as {
      panels: { targets?: { expr: string }[] }[];
    };
    const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const own = served.filter((name) => name.startsWith('omc_'));
    expect([...namesIn([...rules, ...queries])].filter((name) => !served.includes(name))).toEqual([]);
    expect(own.filter((name) => !namesIn(queries).has(name))).toEqual([]);
  });

  it('tell what the OMC does', async () => {
    await client.addNe({ id: 'a', kind: 'snmp', host: '127.0.0.9', port: 9 });
    await client.get('/api/v1/nes/a');
    const { body } = await client.get<string>('/metrics');
    expect(body).toMatch(/^omc_nes 1$/m);
    expect(body).toMatch(/^omc_ready 1$/m);
    expect(body).toMatch(/^omc_commit_seconds_count [1-9]/m);
    expect(body).toContain(
      'omc_http_request_duration_seconds_count{method="GET",route="/api/v1/nes/:id",status="200"} 1',
    );
  });

  it('come with a log whose level can be changed while the OMC runs', async () => {
    await client.get('/api/v1/nes/quiet');
    const put = await client.request('PUT', '/api/v1/settings/log-level', { level: 'debug' });
    expect(put.body).toEqual({ level: 'debug' });
    await client.get('/api/v1/nes/told');
    await client.request('PUT', '/api/v1/settings/log-level', { level: 'info' });
    expect(omc.output).toContain('/api/v1/nes/told');
    expect(omc.output).not.toContain('/api/v1/nes/quiet');
    expect(omc.output).toContain('the level of the log was changed');
    const audit = await client.get('/api/v1/audit?action=set-log-level');
    expect(audit.body).toMatchObject({
      items: [
        { user: 'admin', before: 'debug', after: 'info' },
        { before: 'info', after: 'debug' },
      ],
    });
  });
});
