import {
  includesRole,
  type NewApiTokenResource,
  type Problem,
  type ServedEndpoint,
  servedEndpoints,
  type UserRole,
  userRoles,
} from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface OpenApi {
  readonly paths: Record<string, Record<string, { operationId: string }>>;
}

/** What a viewer may send without changing what others see: their own session and tokens, questions that are long. */
const HARMLESS = [
  'openSession',
  'closeSession',
  'endSession',
  'endOtherSessions',
  'changePassword',
  'addToken',
  'removeToken',
  // One's own; to share them takes an operator.
  'addView',
  'changeView',
  'removeView',
  'setDefaultView',
  'dryRunFilter',
  'dryRunTrap',
  // Each command needs a role of its own.
  'runMml',
];

/** An id that nothing has. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Every operation that the OMC describes, asked by everybody that there can be. */
describe('rights', () => {
  let omc: OmcProcess;
  let admin: OmcClient;
  const clients = new Map<UserRole, OmcClient>();

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '0' });
    await omc.start();
    admin = await OmcClient.signIn(omc.url);
    for (const role of userRoles) {
      const { body } = await admin.post<NewApiTokenResource>('/api/v1/tokens', { name: role, role });
      const client = new OmcClient(omc.url);
      client.token = body.token;
      clients.set(role, client);
    }
  });

  afterAll(async () => omc?.remove());

  /** Asks for something that is not there, with a body that says nothing, so that nobody does any harm. */
  const ask = (client: OmcClient, { path, endpoint: { method, body } }: ServedEndpoint) =>
    client.request<Problem>(method, path.replace(/:\w+/g, NOTHING), body === undefined ? undefined : '{}');

  it('are those of every operation in the OpenAPI document, and of no other', async () => {
    const { paths } = (await admin.get<OpenApi>('/api/openapi.json')).body;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = servedEndpoints.map(
      ({ path, endpoint }) => `${endpoint.method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.sort()).toEqual(served.sort());
  });

  it('to change anything are given from operator on', () => {
    const open = servedEndpoints.filter(
      ({ endpoint: { method, role } }) => method !== 'GET' && (role === 'anyone' || role === 'viewer'),
    );
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([...HARMLESS].sort());
  });

  describe.each(servedEndpoints.map((served) => [served.operationId, served] as const))(
    'to %s',
    (_, served) => {
      const needed = served.endpoint.role;

      it(needed === 'anyone' ? 'are everybody’s' : 'are nobody’s without a session', async () => {
        const { status } = await ask(new OmcClient(omc.url), served);
        if (needed !== 'anyone') expect(status).toBe(401);
        else expect([401, 403]).not.toContain(status);
      });

      it.each(userRoles)('are given to %s, or refused, as the role says', async (role) => {
        const client = clients.get(role);
        if (client === undefined) throw new Error(`there is no ${role}`);
        const { status, body } = await ask(client, served);
        if (needed === 'anyone' || includesRole(role, needed)) {
          expect([401, 403, 405, 500]).not.toContain(status);
          expect(body?.detail ?? '').not.toMatch(/^(Cannot|there is nothing at) /);
        } else {
          expect(status).toBe(403);
          if (!served.path.startsWith('/eventListener')) expect(body.detail).toContain(`the role ${needed}`);
        }
      });
    },
  );
});
