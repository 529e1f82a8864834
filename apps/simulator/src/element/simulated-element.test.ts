import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeOmcMessage, LineSplitter, type NeMessage, type OmcMessage, parseNeMessage } from '@omc/wire';
import { filter, firstValueFrom, ReplaySubject, skip, take, toArray } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { ElementReport } from './element-report.js';
import { SimulatedElement } from './simulated-element.js';
import type { SimulatedElementSettings } from './simulated-element-settings.js';

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function startElement(settings: Partial<SimulatedElementSettings> = {}): Promise<SimulatedElement> {
  const element = new SimulatedElement({ id: 'eNB-1', epoch: 'e1', ...settings });
  toClose.push(() => element.stop());
  await element.start();
  return element;
}

/** The OMC's end of a link. */
class TestOmc {
  readonly said = new ReplaySubject<NeMessage>();
  readonly socket: Socket;

  constructor(element: SimulatedElement) {
    this.socket = connect({ host: element.host, port: element.port, noDelay: true });
    toClose.push(() => this.socket.destroy());
    const splitter = new LineSplitter();
    this.socket.on('data', (bytes: Buffer) => {
      for (const line of splitter.push(bytes).lines) {
        const parsed = parseNeMessage(line);
        if (parsed.ok) this.said.next(parsed.message);
        else this.said.error(new Error(parsed.reason));
      }
    });
    this.socket.on('error', () => this.said.complete());
    this.socket.on('close', () => this.said.complete());
  }

  say(message: OmcMessage): void {
    this.socket.write(encodeOmcMessage(message));
  }

  hello(ackedSeq: number | null = null, ackedEpoch: string | null = null): void {
    this.say({ t: 'hello', ver: 1, ne: 'eNB-1', ackedSeq, ackedEpoch });
  }

  /** The first `count` messages of a kind, as soon as they are there. */
  first<Kind extends NeMessage['t']>(kind: Kind, count: number): Promise<Extract<NeMessage, { t: Kind }>[]> {
    const isKind = (message: NeMessage): message is Extract<NeMessage, { t: Kind }> => message.t === kind;
    return firstValueFrom(this.said.pipe(filter(isKind), take(count), toArray()));
  }

  async seqs(count: number): Promise<number[]> {
    return (await this.first('event', count)).map(({ seq }) => seq);
  }
}

const fault: ElementReport = { object: 'Cell=1', alarmId: 29240, state: 'fault' };
const ok: ElementReport = { ...fault, state: 'ok' };
const heardBy = (element: SimulatedElement, kind: OmcMessage['t']) =>
  firstValueFrom(element.heard.pipe(filter(({ t }) => t === kind)));

describe('a simulated NE', () => {
  it('greets with its epoch and numbers, answers handshakes, and sends what is reported', async () => {
    const element = await startElement();
    const omc = new TestOmc(element);
    omc.hello();
    expect((await omc.first('hello', 1))[0]).toMatchObject({
      ...{ ne: 'eNB-1', epoch: 'e1', firstSeq: 1, lastSeq: 0 },
    });
    omc.say({ t: 'handshake', id: 7 });
    expect((await omc.first('handshake', 1))[0]?.id).toBe(7);
    element.report({ ...fault, severity: 'major', text: 'down', info: { vswr: 2 }, at: 1_800_000_000_000 });
    expect(await omc.first('event', 1)).toEqual([
      {
        ...{ t: 'event', seq: 1, time: 1_800_000_000_000, object: 'Cell=1', alarmId: 29240, state: 'fault' },
        ...{ severity: 'major', text: 'down', info: { vswr: 2 } },
      },
    ]);
  });

  it('says nothing before the hello, then its greeting before what it held', async () => {
    const element = await startElement();
    element.report(fault);
    const omc = new TestOmc(element);
    await firstValueFrom(element.connected.pipe(filter(Boolean)));
    element.report(ok);
    omc.hello();
    const said = await firstValueFrom(omc.said.pipe(take(3), toArray()));
    expect(said.map(({ t }) => t)).toEqual(['hello', 'event', 'event']);
  });

  it('re-sends what is not acknowledged on the next connection, and drops what is', async () => {
    const element = await startElement();
    for (let count = 0; count < 5; count += 1) element.report(count % 2 === 0 ? fault : ok);
    const omc = new TestOmc(element);
    omc.hello();
    expect(await omc.seqs(5)).toEqual([1, 2, 3, 4, 5]);
    const acked = heardBy(element, 'ack');
    omc.say({ t: 'ack', seq: 2 });
    await acked;
    expect(element.acked).toBe(2);

    const later = new TestOmc(element);
    later.hello(2, 'e1');
    expect((await later.first('hello', 1))[0]).toMatchObject({ firstSeq: 3, lastSeq: 5 });
    expect(await later.seqs(3)).toEqual([3, 4, 5]);
  });

  it('re-sends all that it holds to an OMC that knows another epoch', async () => {
    const element = await startElement();
    for (let count = 0; count < 3; count += 1) element.report(fault);
    const omc = new TestOmc(element);
    omc.hello(2, 'older');
    expect(await omc.seqs(3)).toEqual([1, 2, 3]);
    expect(element.acked).toBe(0);
  });

  it('takes the OMC at its word that it has everything up to the hello', async () => {
    const element = await startElement();
    for (let count = 0; count < 3; count += 1) element.report(fault);
    const omc = new TestOmc(element);
    omc.hello(2, 'e1');
    expect(await omc.seqs(1)).toEqual([3]);
    expect(element.acked).toBe(2);
  });

  it('drops the oldest events beyond what it can hold and says so by its first number', async () => {
    const element = await startElement({ capacity: 10 });
    for (let count = 0; count < 25; count += 1) element.report(count % 2 === 0 ? fault : ok);
    const omc = new TestOmc(element);
    omc.hello();
    expect((await omc.first('hello', 1))[0]).toMatchObject({ firstSeq: 16, lastSeq: 25 });
    expect(await omc.seqs(10)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  });

  it('names its faults in a sync, each since it began, in parts', async () => {
    const element = await startElement();
    for (let link = 0; link < 1100; link += 1)
      element.report({ object: `SctpLink=${link}`, alarmId: 25888, state: 'fault', at: 1_800_000_000_000 });
    element.report({
      object: 'SctpLink=3',
      alarmId: 25888,
      state: 'fault',
      text: 'again',
      at: 1_800_000_001_000,
    });
    element.report({ object: 'SctpLink=4', alarmId: 25888, state: 'ok' });
    const omc = new TestOmc(element);
    omc.hello();
    omc.say({ t: 'sync', id: 8 });
    const parts = await omc.first('sync', 3);
    expect(parts.map(({ faults, more, id, seq }) => [faults.length, more, id, seq])).toEqual([
      ...[
        [500, true, 8, 1102],
        [500, true, 8, 1102],
        [99, false, 8, 1102],
      ],
    ]);
    const faults = parts.flatMap((part) => part.faults);
    expect(faults.find(({ object }) => object === 'SctpLink=3')).toMatchObject({
      ...{ since: 1_800_000_000_000, text: 'again' },
    });
    expect(faults.some(({ object }) => object === 'SctpLink=4')).toBe(false);
  });

  it('answers a sync behind the events for which the answer counts', async () => {
    const element = await startElement();
    element.reportAll(Array.from({ length: 2000 }, () => fault));
    const omc = new TestOmc(element);
    omc.hello();
    omc.say({ t: 'sync', id: 1 });
    const all = await firstValueFrom(omc.said.pipe(take(2002), toArray()));
    expect(all.map(({ t }) => t)).toEqual(['hello', ...Array.from({ length: 2000 }, () => 'event'), 'sync']);
    expect(all.at(-1)).toMatchObject({ id: 1, seq: 2000 });
  });

  it('sends everything once, in order, to an OMC that stops reading for a while', async () => {
    const element = await startElement();
    const omc = new TestOmc(element);
    omc.hello();
    await omc.first('hello', 1);
    omc.socket.pause();
    const text = 'x'.repeat(4000);
    element.reportAll(Array.from({ length: 3000 }, () => ({ ...fault, text })));
    omc.socket.resume();
    expect(await omc.seqs(3000)).toEqual(Array.from({ length: 3000 }, (_, index) => index + 1));
  });

  it('serves the latest connection only', async () => {
    const element = await startElement();
    const first = new TestOmc(element);
    first.hello();
    await first.first('hello', 1);
    const ended = once(first.socket, 'close');
    const second = new TestOmc(element);
    second.hello();
    await second.first('hello', 1);
    await ended;
    element.report(fault);
    expect(await second.seqs(1)).toEqual([1]);
    expect(element.isConnected).toBe(true);
  });

  it('leaves handshakes unanswered while it is silent', async () => {
    const element = await startElement();
    const omc = new TestOmc(element);
    omc.hello();
    element.silence();
    const heard = heardBy(element, 'handshake');
    omc.say({ t: 'handshake', id: 1 });
    await heard;
    element.silence(false);
    omc.say({ t: 'handshake', id: 2 });
    expect((await omc.first('handshake', 1))[0]?.id).toBe(2);
  });

  it('loses its connection when it is killed, and takes another', async () => {
    const element = await startElement();
    const omc = new TestOmc(element);
    omc.hello();
    await omc.first('hello', 1);
    const lost = firstValueFrom(element.connected.pipe(skip(1)));
    element.killConnection();
    expect(await lost).toBe(false);
    const next = new TestOmc(element);
    next.hello();
    expect(await next.first('hello', 1)).toHaveLength(1);
  });

  it('keeps what it holds over a stop, and forgets it in a reboot', async () => {
    const element = await startElement();
    element.report(fault);
    const { port } = element;
    await element.stop();
    await element.start();
    expect([element.port, element.epoch, element.lastSeq]).toEqual([port, 'e1', 1]);
    element.reboot();
    expect([element.lastSeq, element.faultCount]).toEqual([0, 0]);
    expect(element.epoch).not.toBe('e1');
  });

  it('tells all times by its own clock', async () => {
    const element = await startElement({ clockOffsetMs: 3_600_000 });
    const omc = new TestOmc(element);
    omc.hello();
    element.report({ ...fault, at: 1_800_000_000_000 });
    expect((await omc.first('event', 1))[0]?.time).toBe(1_800_003_600_000);
    omc.say({ t: 'sync', id: 1 });
    expect((await omc.first('sync', 1))[0]?.faults[0]?.since).toBe(1_800_003_600_000);
  });

  it('logs what the OMC refuses', async () => {
    const lines: string[] = [];
    const element = await startElement({ log: (line) => lines.push(line) });
    const omc = new TestOmc(element);
    const heard = heardBy(element, 'error');
    omc.say({ t: 'error', line: '{"t":"nonsense"}', reason: 't is unknown' });
    await heard;
    expect(lines).toEqual(['the OMC refused a line (t is unknown): {"t":"nonsense"}']);
  });

  it('names the address where something else listens already', async () => {
    const { port } = await startElement();
    const other = new SimulatedElement({ id: 'eNB-2', port });
    await expect(other.start()).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port}: EADDRINUSE, something else listens there already`,
    );
  });
});
