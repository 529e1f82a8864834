import type { OmcClient } from '@omc/harness';
import { expect } from 'vitest';
import type { ApiDocument } from './api-document.js';

/** What is sent to an operation. */
export interface Sent {
  /** In the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the one that is signed in. */
  readonly client?: OmcClient;
}

/** The API as its document tells it: each answer is held against it. */
export class CheckedApi {
  /** The operations that have answered with a success. */
  readonly exercised = new Set<string>();

  constructor(
    readonly document: ApiDocument,
    readonly client: OmcClient,
  ) {}

  /** Sends a request; fails unless it is answered with a status, and as the document says. */
  async call<Body = unknown>(id: string, status: number, sent: Sent = {}): Promise<Body> {
    const { method, path: template, requestBody } = this.document.operation(id);
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(sent.path?.[name] ?? 'none'),
    );
    const type = Object.keys(requestBody?.content ?? {})[0] ?? 'application/json';
    if (status < 300 && sent.body !== undefined)
      expect(this.document.faultsOfBody(id, type, sent.body), `the body sent to ${id}`).toEqual([]);
    const answer = await (sent.client ?? this.client).request<Body>(
      method,
      path + (sent.query ?? ''),
      sent.body,
      { ...(sent.body === undefined ? {} : { 'content-type': type }), ...sent.headers },
    );
    expect(answer.status, `${id}: ${JSON.stringify(answer.body)}`).toBe(status);
    expect(
      this.document.faultsOfAnswer(id, answer.status, answer.type, answer.body),
      `the answer ${status} of ${id}: ${JSON.stringify(answer.body).slice(0, 500)}`,
    ).toEqual([]);
    if (status < 300) this.exercised.add(id);
    return answer.body;
  }
}
