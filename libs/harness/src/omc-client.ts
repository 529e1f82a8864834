import type { AlarmLogEntry, AlarmResource, FilterPut, NePost, SessionResource } from '@omc/api';
import { PASSWORD } from './omc-process.js';

/** What an answer holds: its status and body. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly type: string | null;
}

/** REST as a program uses it. */
export class OmcClient {
  readonly url: string;
  token = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in as `admin`. */
  static async signIn(url: string): Promise<OmcClient> {
    const client = new OmcClient(url);
    const { body } = await client.post<SessionResource>('/api/v1/session', {
      user: 'admin',
      password: PASSWORD,
    });
    client.token = body.token;
    return client;
  }

  /** A text is sent as it is; `headers` beside, or instead of, those of a JSON request. */
  async request<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type');
    const text = await response.text();
    return {
      status: response.status,
      type,
      body: (type?.includes('json') && !type.includes('ndjson') ? JSON.parse(text) : text) as Body,
    };
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.request('GET', path);
  }

  post<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.request('POST', path, body);
  }

  async alarms(query = ''): Promise<AlarmResource[]> {
    return (await this.get<{ items: AlarmResource[] }>(`/api/v1/alarms${query}`)).body.items;
  }

  async log(id: string): Promise<AlarmLogEntry[]> {
    return (await this.get<{ items: AlarmLogEntry[] }>(`/api/v1/alarms/${id}/log`)).body.items;
  }

  async setFilter(filter: FilterPut): Promise<void> {
    const { status, body } = await this.request('PUT', '/api/v1/filters', filter);
    if (status !== 200) throw new Error(`filter refused: ${JSON.stringify(body)}`);
  }

  async removeFilter(scope: Pick<FilterPut, 'alarmId' | 'ne' | 'object'>): Promise<void> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(scope)) query.set(name, String(value));
    const { status, body } = await this.request('DELETE', `/api/v1/filters?${query}`);
    if (status !== 204) throw new Error(`filter not removed: ${JSON.stringify(body)}`);
  }

  async addNe(ne: NePost): Promise<void> {
    const { status, body } = await this.post('/api/v1/nes', ne);
    if (status !== 201) throw new Error(`NE refused: ${JSON.stringify(body)}`);
  }
}
