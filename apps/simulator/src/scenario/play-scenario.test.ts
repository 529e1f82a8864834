import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeOmcMessage, LineSplitter, type NeEvent, parseNeMessage } from '@omc/wire';
import { describe, expect, it, onTestFinished } from 'vitest';
import { playScenario } from './play-scenario.js';
import type { ScenarioOptions } from './scenario-command-line.js';

/** Addresses that no other test process uses at the same time. */
const loopback = `127.${2 + (process.pid % 200)}.${Math.floor(process.pid / 200) % 250}`;

const SCENARIO = `
title: A clock is lost
network: { nes: 2, cells: 1 }
steps:
  - { at: 1, fault: satellites-lost, where: eNB-100001//SatelliteCard=0, lasts: 20 }
`;

function folderWith(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'omc-scenario-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, text);
  return { file, truth: join(folder, 'truth.ndjson') };
}

const defaults: ScenarioOptions = {
  ...{ faults: 3, speed: 1, dry: false, end: false, base: `${loopback}.90`, port: 9103 },
  ...{ user: 'admin', demo: false, omc: 'omc' },
};

function start(file: string | undefined, more: Partial<ScenarioOptions>) {
  const stop = new AbortController();
  const printed: string[] = [];
  const told: string[] = [];
  const done = playScenario(
    file,
    { ...defaults, ...more },
    {
      ...{ password: undefined, stop: stop.signal, now: Date.now },
      tell: (line) => told.push(line),
      print: (text) => printed.push(text),
    },
  );
  return { done, printed, told, stop };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a scenario that is only told', () => {
  it('is printed with its faults and its truth', async () => {
    const { file } = folderWith(SCENARIO);
    const { done, printed } = start(file, { dry: true });
    await done;
    const lines = linesOf(printed.join(''));
    expect(lines.map(({ t }) => t)).toEqual(['fault', 'report', 'report', 'truth']);
    expect(lines[0]).toEqual({
      ...{ t: 'fault', id: 'F1', kind: 'satellites-lost', ne: 'eNB-100001', object: 'SatelliteCard=0' },
      ...{ from: '1970-01-01T00:00:01.000Z', until: '1970-01-01T00:00:21.000Z' },
    });
    expect(lines[3]).toMatchObject({
      ...{ ne: 'eNB-100001', object: 'SatelliteCard=0', alarmId: 26_122, causes: ['F1'], role: 'root' },
      roots: [{ ne: 'eNB-100001', object: 'SatelliteCard=0', alarmId: 26_122 }],
    });
  });

  it('puts the truth into a file where one is named', async () => {
    const { file, truth } = folderWith(SCENARIO);
    const { done, printed } = start(file, { dry: true, truth });
    await done;
    expect(linesOf(printed.join('')).map(({ t }) => t)).toEqual(['report', 'report']);
    expect(linesOf(readFileSync(truth, 'utf8')).map(({ t }) => t)).toEqual(['fault', 'truth']);
  });

  it('may come by chance, the same for the same seed', async () => {
    const [one, other] = [
      start(undefined, { random: 4, dry: true }),
      start(undefined, { random: 4, dry: true }),
    ];
    await Promise.all([one.done, other.done]);
    expect(one.printed).toEqual(other.printed);
    expect(linesOf(one.printed.join('')).filter(({ t }) => t === 'fault')).toHaveLength(3);
  });
});

describe('a scenario that is played', () => {
  it('reaches an OMC, ends when all is acknowledged, and writes the truth at its times', async () => {
    const { file, truth } = folderWith(SCENARIO);
    const before = Date.now();
    const { done, told } = start(file, { speed: 100, end: true, truth });
    const events: NeEvent[] = [];
    for (const ne of ['eNB-100001', 'eNB-100002']) void dial(ne, events);
    await done;
    expect(events.map(({ alarmId, state }) => [alarmId, state])).toEqual([
      [26_122, 'fault'],
      [26_122, 'ok'],
    ]);
    expect(told[0]).toBe('A clock is lost: 2 eNodeBs, 1 faults');
    const lines = linesOf(readFileSync(truth, 'utf8'));
    expect(lines.map(({ t }) => t)).toEqual(['fault', 'truth']);
    expect(Date.parse(String(lines[1]?.['from']))).toBeGreaterThan(before);
  });

  it('writes what is true when it is told to stop', async () => {
    const { file, truth } = folderWith(SCENARIO.replace('lasts: 20', 'lasts: forever'));
    const { done, stop, told } = start(file, { speed: 1000, truth, base: `${loopback}.94` });
    await expect.poll(() => told.at(-1)).toBe('all is over; Ctrl-C ends the eNodeBs');
    stop.abort();
    await done;
    expect(linesOf(readFileSync(truth, 'utf8'))).toMatchObject([
      { until: null },
      { until: null, role: 'root' },
    ]);
  });

  it.each([
    [undefined, {}, 'name a file, or --random with a seed'],
    ['/nowhere.yaml', {}, '/nowhere.yaml: cannot be read'],
  ])('is refused where there is none (%#)', async (file, more, reason) => {
    await expect(start(file, more).done).rejects.toThrow(reason);
  });
});

/** Connects to an NE as the OMC does, as soon as it listens, and acknowledges what it reports. */
async function dial(ne: string, events: NeEvent[]): Promise<void> {
  const host = `${loopback}.${ne === 'eNB-100001' ? 91 : 92}`;
  const link = await connected(host);
  onTestFinished(() => void link.destroy());
  link.write(encodeOmcMessage({ t: 'hello', ver: 1, ne, ackedSeq: null, ackedEpoch: null }));
  const splitter = new LineSplitter();
  link.on('data', (bytes: Buffer) => {
    for (const line of splitter.push(bytes).lines) {
      const parsed = parseNeMessage(line);
      if (!parsed.ok || parsed.message.t !== 'event') continue;
      events.push(parsed.message);
      link.write(encodeOmcMessage({ t: 'ack', seq: parsed.message.seq }));
    }
  });
}

async function connected(host: string): Promise<Socket> {
  while (true) {
    const socket = connect({ host, port: defaults.port });
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (isThere) return socket;
  }
}
