import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { until } from '@omc/harness';
import type { Page } from 'playwright-core';

const client = readFileSync(
  createRequire(import.meta.url).resolve('socket.io-client/dist/socket.io.js'),
  'utf8',
);

/** A page that is told the same changes, and only keeps what it receives, by id. */
const bareScript = (alarmId: number) => `
  const rows = (window.rows = new Map());
  const socket = io('/alarms', { withCredentials: true, transports: ['websocket'] });
  const put = ({ snapshot }) => { for (const alarm of snapshot ?? []) rows.set(alarm.id, alarm); };
  socket.on('connect', () => socket.emit('subscribe', { filter: { state: 'active', shelved: 'false', alarmId: [${alarmId}] } }, put));
  socket.on('snapshot', put);
  socket.on('changes', ({ changes }) => {
    for (const { op, alarm } of changes) op === 'upsert' ? rows.set(alarm.id, alarm) : rows.delete(alarm.id);
  });`;

/** In place of the console and with its session: a page that is told the changes of one type of alarm. */
export async function openBarePage(page: Page, url: string, alarmId: number): Promise<void> {
  // A page of the OMC's own with next to nothing on it.
  await page.goto(`${url}/healthz`);
  await page.evaluate(client);
  await page.evaluate(bareScript(alarmId));
  await until('the changes on the bare page', () => page.evaluate<boolean>('rows.size > 0'));
}
