import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Command } from '@omc/alarm';
import { firstValueFrom, skip, take, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkDependencies } from './link-dependencies.js';
import { eventOf, eventsOf, LinksFixture } from './links-fixture.test-support.js';

let fixture: LinksFixture;
beforeEach(() => {
  fixture = new LinksFixture();
});
afterEach(() => fixture.stop());

const NE = 'eNB-1';

/** For tests in which nothing is to be late, however busy the machine. */
async function bePatient(changes: Partial<LinkDependencies> = {}): Promise<void> {
  await fixture.stop();
  fixture = new LinksFixture(changes, { handshakeIntervalMs: 500 });
}

function kinds(commands: readonly Command[]): string[] {
  return commands.map(({ kind }) => kind);
}

function known(ackedSeq: number, seenSeq = ackedSeq, epoch = 'b1'): void {
  fixture.positions.set(NE, { epoch, ackedSeq, seenSeq });
}

describe('the first contact with an NE', () => {
  it('announces its numbering, reads what it holds, and asks for a sync', async () => {
    const ne = await fixture.ne(NE, {
      hello: { firstSeq: 40, lastSeq: 41 },
      follows: [eventOf(40), eventOf(41)],
    });
    expect(await ne.next('hello')).toEqual({ t: 'hello', ver: 1, ne: NE, ackedSeq: null, ackedEpoch: null });
    const commands = await fixture.commands(3);
    expect(kinds(commands)).toEqual(['link-epoch', 'link-events', 'link-heard']);
    expect(commands[0]).toEqual({ kind: 'link-epoch', ne: NE, epoch: 'b1', firstSeq: 40 });
    const { id } = await ne.next('sync');
    ne.say({ t: 'sync', id, seq: 41, faults: [], more: false });
    expect(await fixture.next('link-sync')).toMatchObject({ ne: NE, epoch: 'b1', seq: 41, faults: [] });
  });
});

describe('a known NE', () => {
  it('is told how far it was read, and is heard at once where there is nothing new', async () => {
    known(57);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 40, lastSeq: 57 } });
    expect(await ne.next('hello')).toMatchObject({ ackedSeq: 57, ackedEpoch: 'b1' });
    expect(kinds(await fixture.commands(1))).toEqual(['link-heard']);
    await ne.next('handshake', 1);
    expect(kinds(fixture.soFar())).toEqual(['link-heard']);
  });

  it('is heard once everything up to its last number is submitted', async () => {
    known(57);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 40, lastSeq: 59 } });
    await ne.next('handshake', 1);
    expect(fixture.soFar()).toEqual([]);
    ne.say(eventOf(58));
    await fixture.next('link-events');
    ne.say(eventOf(59));
    expect(kinds(await fixture.commands(3))).toEqual(['link-events', 'link-events', 'link-heard']);
  });

  it.each([
    ['speaks another epoch', () => known(57, 57, 'old'), { epoch: 'b1', firstSeq: 1, lastSeq: 0 }],
    ['has lost events', () => known(57), { firstSeq: 60, lastSeq: 59 }],
    ['left a hole before', () => known(57, 70), { firstSeq: 40, lastSeq: 57 }],
    ['went back in its numbering', () => known(57), { firstSeq: 1, lastSeq: 3 }],
  ])('that %s is heard only after a sync', async (_, before, hello) => {
    before();
    const ne = await fixture.ne(NE, { hello });
    const { id } = await ne.next('sync');
    expect(kinds(fixture.soFar())).not.toContain('link-heard');
    ne.say({ t: 'sync', id, seq: hello.lastSeq, faults: [], more: false });
    await fixture.next('link-heard');
    expect(kinds(fixture.soFar()).slice(-2)).toEqual(['link-sync', 'link-heard']);
  });

  it('is asked for a sync when its numbers have a hole', async () => {
    known(57);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 40, lastSeq: 57 } });
    await fixture.next('link-heard');
    ne.say(eventOf(60));
    const { id } = await ne.next('sync');
    ne.say({ t: 'sync', id, seq: 60, faults: [], more: false });
    expect(await fixture.next('link-sync')).toMatchObject({ seq: 60 });
  });

  it('is asked again with the next handshake where a sync stays unanswered', async () => {
    known(57, 60);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 40, lastSeq: 60 } });
    const [first, second] = [await ne.next('sync'), await ne.next('sync', 1)];
    expect(second.id).not.toBe(first.id);
    ne.say({ t: 'sync', id: first.id, seq: 1, faults: [], more: false });
    ne.say({ t: 'sync', id: second.id, seq: 60, faults: [], more: false });
    expect(await fixture.next('link-sync')).toMatchObject({ seq: 60 });
  });

  it('may answer a sync in parts', async () => {
    await bePatient();
    known(1, 3);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 1, lastSeq: 3 } });
    const { id } = await ne.next('sync');
    const fault = { object: 'Cell=1', alarmId: 29240, since: 1_700_000_000_000, severity: 'major' as const };
    ne.say({ t: 'sync', id, seq: 3, faults: [fault], more: true });
    ne.say({ t: 'sync', id, seq: 3, faults: [{ ...fault, object: 'Cell=2' }], more: false });
    const { faults } = await fixture.next('link-sync');
    expect(faults).toEqual([fault, { ...fault, object: 'Cell=2' }]);
  });

  it('is synced when an operator asks for it', async () => {
    known(57);
    const ne = await fixture.ne(NE, { hello: { firstSeq: 40, lastSeq: 57 } });
    expect(fixture.links.sync(NE)).toBe(false);
    await fixture.next('link-heard');
    expect(fixture.links.sync(NE)).toBe(true);
    expect(await ne.next('sync')).toMatchObject({ t: 'sync' });
  });

  it('has its times corrected by its clock, and nothing is from the future', async () => {
    known(0);
    const slow = Date.now() - 3_600_000;
    const ne = await fixture.ne(NE, { answersHandshakes: false, hello: { time: slow } });
    await fixture.next('link-heard');
    ne.say(eventOf(1, { time: slow }), eventOf(2, { time: slow + 7_200_000 }));
    const { events, arrivedAt } = await fixture.next('link-events');
    expect(Math.abs((events[0]?.at ?? 0) - slow - 3_600_000)).toBeLessThan(60_000);
    expect(events[1]?.at).toBe(arrivedAt);
  });
});

describe('acks', () => {
  it('follow the commit, once for all that it settled', async () => {
    known(0);
    fixture.commitsAtOnce = false;
    const ne = await fixture.ne(NE, { hello: { lastSeq: 0 } });
    await fixture.next('link-heard');
    ne.say(eventOf(1));
    await fixture.next('link-events');
    ne.say(eventOf(2));
    await fixture.next('link-events', 1);
    await ne.next('handshake', 1);
    fixture.commit();
    expect(await ne.next('ack')).toEqual({ t: 'ack', seq: 2 });
    fixture.commitsAtOnce = true;
    ne.say(eventOf(3));
    expect(await ne.next('ack', 1)).toEqual({ t: 'ack', seq: 3 });
  });

  it('begin anew with a new epoch', async () => {
    known(5000, 5000, 'old');
    const ne = await fixture.ne(NE, { hello: { lastSeq: 1 }, follows: [eventOf(1)] });
    expect(await ne.next('ack')).toEqual({ t: 'ack', seq: 1 });
  });

  it('are never sent where the commit failed; the link is closed', async () => {
    known(0);
    fixture.commitsAtOnce = false;
    const ne = await fixture.ne(NE, { hello: { lastSeq: 1 }, follows: [eventOf(1)] });
    const submission = await firstValueFrom(fixture.submissions);
    submission.fail(new Error('stopped'));
    await firstValueFrom(ne.closed);
    expect(fixture.links.statusOf(NE)).toMatchObject({ reason: 'could not be stored' });
  });
});

describe('bad input', () => {
  it('is answered and counted, and the link goes on', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await fixture.next('link-heard');
    ne.say(`{"t":"event","seq":-1,"pad":"${'x'.repeat(300)}"}`, eventOf(1));
    const error = await ne.next('error');
    expect(error.reason).toBe('seq must be a whole number from 1 to 2^53-1');
    expect(error.line).toHaveLength(200);
    expect(await firstValueFrom(fixture.rejections)).toMatchObject({ ne: NE, reason: 'bad-line' });
    expect(await ne.next('ack')).toMatchObject({ seq: 1 });
  });

  it('closes the link after 100 bad lines in a row', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await fixture.next('link-heard');
    const bad = (lines: number) => Array.from({ length: lines }, () => 'x');
    ne.say(...bad(99), eventOf(1));
    await ne.next('ack');
    expect(ne.visits).toBe(1);
    ne.say(...bad(100), eventOf(2));
    await firstValueFrom(ne.closed);
    expect(await firstValueFrom(fixture.rejections.pipe(take(199), toArray()))).toHaveLength(199);
  });

  it('closes the link on a line over the limit', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await fixture.next('link-heard');
    ne.say(eventOf(1), 'x'.repeat(70_000));
    expect(await firstValueFrom(fixture.rejections)).toMatchObject({ reason: 'overlong-line' });
    await firstValueFrom(ne.closed);
    expect(kinds(fixture.soFar())).toContain('link-events');
  });

  it.each([
    ['of another NE', { ne: 'eNB-2' }, 'bad hello: ne must be eNB-1, is eNB-2'],
    ['of another version', { ver: 2 as 1 }, 'bad hello: ver must be 1'],
  ])('that is a hello %s is a failure with its reason', async (_, hello, reason) => {
    await bePatient();
    const ne = await fixture.ne(NE, { hello });
    const { status } = await fixture.status((change) => change.status.misses === 1);
    expect(status).toMatchObject({ state: 'connecting', reason });
    await firstValueFrom(ne.closed);
    expect(await fixture.next('link-disconnected')).toMatchObject({ ne: NE, reason });
  });

  it('that is anything but a hello at first is a bad hello', async () => {
    await fixture
      .ne(NE, { hello: null, follows: [] })
      .then((ne) => ne.next('hello').then(() => ne.say(eventOf(1))));
    const { status } = await fixture.status((change) => change.status.misses === 1);
    expect(status.reason).toBe('bad hello: the first line must be a hello');
  });
});

describe('supervision', () => {
  it('disconnects an NE that does not answer, and holds it', async () => {
    known(0);
    const ne = await fixture.ne(NE, { answersHandshakes: false });
    const { faultAt, at, reason } = await fixture.next('link-disconnected');
    expect(kinds(fixture.soFar())).toEqual(['link-heard', 'link-held', 'link-disconnected']);
    expect(at - faultAt).toBeGreaterThan(100);
    expect(reason).toBe('timeout');
    expect(fixture.links.counts()).toEqual({ connecting: 0, connected: 0, disconnected: 1 });
    await firstValueFrom(ne.closed);
  });

  it('reconnects with the first answered handshake, and lets out what was held till then', async () => {
    known(0);
    fixture.disconnected.add(NE);
    const ne = await fixture.ne(NE, {
      answersHandshakes: false,
      hello: { lastSeq: 2 },
      follows: [eventOf(1)],
    });
    const { id } = await ne.next('handshake');
    ne.say(eventOf(2));
    expect(fixture.soFar()).toEqual([]);
    ne.say({ t: 'handshake', id, time: Date.now() }, eventOf(3));
    await ne.next('ack');
    expect(kinds(fixture.soFar()).slice(0, 2)).toEqual(['link-reconnected', 'link-events']);
    const events = fixture.soFar().flatMap((each) => (each.kind === 'link-events' ? each.events : []));
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(fixture.links.statusOf(NE)).toMatchObject({ state: 'connected', reason: null });
  });

  it('redials a refusing NE until it is there, and tells new reasons only', async () => {
    const { port } = await fixture.start('nobody', {}, 0).then(async (other) => {
      const { port } = other;
      await other.stop();
      return { port };
    });
    fixture.add(NE, port);
    expect(await fixture.next('link-disconnected')).toMatchObject({ reason: 'refused' });
    const ne = await fixture.start(NE, { hello: null }, port);
    await ne.next('hello');
    ne.say('hi');
    expect(await fixture.next('link-trouble')).toMatchObject({
      reason: 'bad hello: the line must be one JSON object',
    });
    ne.behaviour = {};
    await fixture.next('link-reconnected');
    expect(fixture.soFar().filter(({ kind }) => kind === 'link-trouble')).toHaveLength(1);
  });

  it('tells of the first unanswered handshake of a row, and of the answer that ends it', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await ne.next('handshake', 1);
    ne.socket?.destroy();
    const told = await firstValueFrom(fixture.misses.pipe(take(3), toArray()));
    expect(kinds(told)).toEqual(['link-answered', 'link-missed', 'link-answered']);
    expect(kinds(fixture.soFar())).not.toContain('link-disconnected');
  });

  it('redials a closed link when the next handshake is due, without a disconnection', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await ne.next('handshake', 1);
    ne.socket?.destroy();
    await ne.next('hello', 1);
    await fixture.next('link-heard', 1);
    expect(kinds(fixture.soFar())).toEqual(['link-heard', 'link-held', 'link-heard']);
    expect(fixture.links.statusOf(NE)).toMatchObject({ state: 'connected' });
  });

  it('does not dial what may not be dialled', async () => {
    const asked: string[] = [];
    await bePatient({
      mayDial: (address) => {
        asked.push(address);
        return false;
      },
    });
    const ne = await fixture.ne(NE);
    fixture.links.add({ id: 'eNB-2', kind: 'link', host: 'localhost', port: ne.port });
    const { status } = await fixture.status((change) => change.ne === 'eNB-2' && change.status.misses === 1);
    expect(status.reason).toBe('not allowed');
    expect(fixture.links.statusOf(NE)).toMatchObject({ reason: 'not allowed' });
    expect(asked).toContain('127.0.0.1');
    expect(ne.visits).toBe(0);
  });
});

describe('back-pressure', () => {
  it('stops reading an NE while too much is uncommitted, holds it, and loses nothing', async () => {
    known(0);
    fixture.commitsAtOnce = false;
    const ne = await fixture.ne(NE);
    await fixture.next('link-heard');
    const silent = await fixture.ne('eNB-2', { answersHandshakes: false });
    ne.say(...eventsOf(1, 100_000));
    await fixture.next('link-held');
    const submitted = () =>
      fixture.soFar().flatMap((each) => (each.kind === 'link-events' ? each.events : []));
    // By now an NE that does not answer is disconnected; this one is not to blame.
    await fixture.next('link-disconnected');
    await firstValueFrom(silent.closed);
    expect(submitted().length).toBeLessThan(4000);
    expect(fixture.links.statusOf(NE)).toMatchObject({ state: 'connected' });
    fixture.commitsAtOnce = true;
    fixture.commit();
    await fixture.next('link-heard', 1);
    const { seq } = await ne.next('ack', 0);
    expect(seq).toBeGreaterThan(0);
    while (submitted().length < 100_000) await fixture.next('link-events', count(fixture, 'link-events'));
    expect(submitted().every((event, index) => event.seq === index + 1)).toBe(true);
    const kindsOfNe = () => kinds(fixture.soFar().filter((each) => 'ne' in each && each.ne === NE));
    while (kindsOfNe().at(-1) !== 'link-heard')
      await fixture.next('link-heard', count(fixture, 'link-heard'));
    // Not between two of the many commits that it takes, either.
    expect(kindsOfNe().filter((kind) => kind === 'link-heard')).toHaveLength(2);
  });

  it('of one NE does not keep another one waiting', async () => {
    known(0);
    fixture.positions.set('eNB-2', { epoch: 'b1', ackedSeq: 0, seenSeq: 0 });
    fixture.commitsAtOnce = false;
    const flooding = await fixture.ne(NE);
    const quiet = await fixture.ne('eNB-2');
    await fixture.next('link-heard', 1);
    flooding.say(...eventsOf(1, 20_000));
    await fixture.next('link-held');
    quiet.say(eventOf(1));
    const isQuiet = (command: Command) => command.kind === 'link-events' && command.ne === 'eNB-2';
    while (!fixture.soFar().some(isQuiet)) await fixture.next('link-events', count(fixture, 'link-events'));
    expect(fixture.soFar().filter(({ kind }) => kind === 'link-events').length).toBeLessThan(60);
  });
});

function count({ soFar }: LinksFixture, kind: Command['kind']): number {
  return soFar.call(fixture).filter((command) => command.kind === kind).length;
}

describe('the registry of links', () => {
  it('leaves NEs without a link alone', () => {
    fixture.links.add({ id: NE, kind: 'snmp', host: '127.0.0.1', port: 161 });
    expect(fixture.links.statusOf(NE)).toBeUndefined();
  });

  it('dials an NE anew where its address changes', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await fixture.next('link-heard');
    const moved = await fixture.start(NE, {}, 0);
    fixture.links.change({ id: NE, kind: 'link', host: '127.0.0.1', port: ne.port });
    fixture.links.change({ id: NE, kind: 'link', host: '127.0.0.1', port: moved.port });
    await moved.next('handshake');
    await firstValueFrom(ne.closed);
    expect(ne.visits).toBe(1);
    await fixture.next('link-heard', 1);
    expect(kinds(fixture.soFar())).toEqual(['link-heard', 'link-held', 'link-heard']);
  });

  it('closes the link of an NE that is removed', async () => {
    const ne = await fixture.ne(NE);
    await ne.next('handshake');
    fixture.links.remove(NE);
    await firstValueFrom(ne.closed);
    expect(fixture.links.statusOf(NE)).toBeUndefined();
  });

  it('closes every socket, and those that are being dialled, on close', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const nes = await Promise.all([fixture.ne(NE), fixture.ne('eNB-2')]);
    await Promise.all(nes.map((ne) => ne.next('handshake')));
    await fixture.links.close();
    await Promise.all(nes.map((ne) => firstValueFrom(ne.closed)));
    expect(fixture.links.counts()).toEqual({ connecting: 0, connected: 0, disconnected: 0 });
    server.close();
  });

  it('tells of each change of a link once', async () => {
    known(0);
    const ne = await fixture.ne(NE);
    await ne.next('handshake', 1);
    const states = await firstValueFrom(fixture.statuses.pipe(take(2), toArray()));
    expect(states.map(({ status }) => status.state)).toEqual(['connecting', 'connected']);
    await ne.next('handshake', 2);
    let more = 0;
    fixture.statuses.pipe(skip(2)).subscribe(() => more++);
    expect(more).toBe(0);
  });
});
