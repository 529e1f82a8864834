import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeOmcMessage, LineSplitter, type NeMessage, parseNeMessage } from '@omc/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from './replay.js';
import { type ReplayOptions, replayCommandLine } from './replay-command-line.js';

/** Addresses that no other test process uses at the same time. */
const loopback = `127.${2 + (process.pid % 200)}.${Math.floor(process.pid / 200) % 250}`;
const HEADING = 'alarm_id,device_id,start_timestamp,end_timestamp';
const LOG = `${HEADING}\n1,7,100,160\n1,7,150,170\n2,7,120,130\n1,8,200,230\n`;
const NOW = Date.UTC(2026, 10, 23, 14);
const DEFAULTS = `--base ${loopback}.90 --port 9107`;

let folder: string;
let file: string;
let stop: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
  file = join(folder, 'log.csv');
  stop = new AbortController();
  await writeFile(file, LOG);
});
afterEach(async () => {
  stop.abort();
  await rm(folder, { recursive: true });
});

function start(words: string) {
  const command = replayCommandLine().exitOverride();
  const options = command.parse([file, ...words.split(' ')], { from: 'user' }).opts<ReplayOptions>();
  const lines: string[] = [];
  let heard: (line: string) => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    heard = (line) => {
      if (line.startsWith('waiting')) resolve();
    };
  });
  const tell = (line: string) => {
    lines.push(line);
    heard(line);
  };
  const ended = replay(file, options, { password: undefined, stop: stop.signal, tell, now: () => NOW });
  return { lines, ended, waiting };
}

/** An OMC that takes everything that an eNodeB has to tell, acknowledges it, and gives it. */
function listenTo(ne: string, host: string): Promise<NeMessage[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: 9107 });
    const splitter = new LineSplitter();
    const messages: NeMessage[] = [];
    socket.write(encodeOmcMessage({ t: 'hello', ver: 1, ne, ackedSeq: null, ackedEpoch: null }));
    socket.on('error', reject);
    socket.on('close', () => resolve(messages));
    socket.on('data', (bytes: Buffer) => {
      for (const line of splitter.push(bytes).lines) {
        const parsed = parseNeMessage(line);
        if (!parsed.ok) return reject(new Error(parsed.reason));
        messages.push(parsed.message);
        if (parsed.message.t === 'event')
          socket.write(encodeOmcMessage({ t: 'ack', seq: parsed.message.seq }));
      }
    });
  });
}

describe('a replay', () => {
  it('has the whole log to tell when it is dialled, at its own times, and ends when all is acknowledged', async () => {
    const { lines, ended, waiting } = start(`${DEFAULTS} --alarm-map 1=29240,2=29201`);
    await waiting;
    const [seven, eight] = await Promise.all([
      listenTo('eNB-R-7', `${loopback}.91`),
      listenTo('eNB-R-8', `${loopback}.92`),
    ]);
    await ended;
    expect(seven[0]).toMatchObject({ t: 'hello', ne: 'eNB-R-7', firstSeq: 1, lastSeq: 4 });
    const end = (second: number) => NOW - (230 - second) * 1_000;
    expect(seven.slice(1)).toMatchObject([
      { seq: 1, time: end(100), object: 'Cell=1', alarmId: 29_240, state: 'fault' },
      { seq: 2, time: end(120), object: 'S1Interface=2', alarmId: 29_201, state: 'fault' },
      { seq: 3, time: end(130), state: 'ok' },
      { seq: 4, time: end(170), object: 'Cell=1', state: 'ok' },
    ]);
    expect(eight.slice(1)).toMatchObject([{ time: end(200) }, { time: NOW, state: 'ok' }]);
    expect(lines[0]).toBe(
      '4 alarms of 2 devices make 6 events of 3 faults, from 2026-11-23T13:57:50.000Z to 2026-11-23T14:00:00.000Z',
    );
    expect(lines.at(-1)).toMatch(/^all 6 events of 2 eNodeBs are acknowledged after [\d.]+ s, \d+ a second$/);
  });

  it('begins where it is told to', async () => {
    const { lines, ended, waiting } = start(`${DEFAULTS} --limit 1 --start 2026-01-01T00:00:00Z`);
    await waiting;
    await listenTo('eNB-R-7', `${loopback}.91`);
    await ended;
    expect(lines[0]).toMatch(/^1 alarms .* from 2026-01-01T00:00:00.000Z to 2026-01-01T00:01:00.000Z$/);
  });

  it('says how far it came where it is stopped', async () => {
    const { ended, waiting } = start(DEFAULTS);
    await waiting;
    stop.abort();
    await expect(ended).rejects.toThrow('stopped: 0 of 6 events are acknowledged');
  });

  it.each([
    ['--start 2026-01-01 --end 2026-01-02', 'name --start or --end, not both'],
    ['--start 2026-11-23T13:59:00Z', 'the log would end in the future, at 2026-11-23T14:01:10.000Z'],
    ['--register http://127.0.0.1:1', '--register needs a password: set OMC_PASSWORD or OMC_ADMIN_PASSWORD'],
  ])('is refused with %s', async (words, reason) => {
    await expect(start(words).ended).rejects.toThrow(reason);
  });

  it('names a file that it cannot read', async () => {
    await rm(file);
    await expect(start(DEFAULTS).ended).rejects.toThrow(/^the log cannot be read: ENOENT/);
  });
});
