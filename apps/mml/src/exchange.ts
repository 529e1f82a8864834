import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Address } from './address.js';
import { reasonOf } from './message-of.js';
import type { Voice } from './voice.js';

/** A request below `/api/v1`. */
export interface Ask {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** What came back: a status and a body (undefined where it is empty), or why nothing did. */
export type Reply =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly reason: string };

const PATIENCE_MS = 60_000;

/** Sends one request over a connection of its own and waits for the whole answer. */
export async function exchange(address: Address, ask: Ask, voice: Voice): Promise<Reply> {
  try {
    const response = await send(address, ask);
    const text = await textOf(response);
    return { ok: true, status: response.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: voice.say('notJson') };
    return { ok: false, reason: reasonOf(error, voice) };
  }
}

function send({ host, port, ca }: Address, { method, path, token, body }: Ask): Promise<IncomingMessage> {
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = {
    accept: 'application/json',
    ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((resolve, reject) => {
    const options = { host, port, method, path: `/api/v1${path}`, headers, signal };
    const asked =
      ca === undefined
        ? http.request({ ...options, agent: false }, resolve)
        : https.request({ ...options, agent: new https.Agent({ ca }) }, resolve);
    asked.on('error', reject).end(content);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
