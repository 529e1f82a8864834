import { connect } from 'node:net';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SQL = [
  "' or 1=1 --",
  "'; drop table alarm; --",
  "' union select name, password_hash from app_user --",
  '$1',
  '\\',
  "E'\\x27",
  '%',
  '1; select pg_sleep(30)',
  '{}',
  '"',
];

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

describe('what is injected', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => omc?.remove());

  it('into any member of any query or path is a value like others, or refused', async () => {
    const { body } = await client.get<{ paths: Record<string, Record<string, Operation>> }>(
      '/api/openapi.json',
    );
    let asked = 0;
    for (const [path, { get }] of Object.entries(body.paths))
      for (const { name, in: place } of get?.parameters ?? [])
        for (const text of SQL) {
          const value = encodeURIComponent(text);
          const filled = place === 'path' ? path.replace(`{${name}}`, value) : `${path}?${name}=${value}`;
          const { status } = await client.get(filled.replace(/\{\w+\}/g, 'x'));
          expect([200, 400, 404], `${filled}: ${status}`).toContain(status);
          asked++;
        }
    expect(asked).toBeGreaterThan(300);
    expect((await client.get<{ items: unknown[] }>('/api/v1/alarms?state=all')).body.items).toEqual([]);
    expect((await client.get('/api/v1/session')).status).toBe(200);
    expect(omc.output).not.toContain('a request failed');
  });

  it('into the path of a file gives no file outside the console', async () => {
    for (const path of [
      '/../../package.json',
      '/assets/../../../../package.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/assets//etc/passwd',
      '/%00.js',
      '/.git/config.js',
    ]) {
      const answer = await raw(omc.port, path);
      expect(answer, path).not.toContain('enodeb-omc');
      expect(answer, path).not.toContain('root:');
      expect(answer.split('\r\n')[0], path).toMatch(/ (400|403|404) | 200 OK$/);
    }
  });

  it('comes with headers that let a page do nothing but what the console needs', async () => {
    const { headers } = await fetch(omc.url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

/** A request as it is written: clients tidy up paths before they send them. */
function raw(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
