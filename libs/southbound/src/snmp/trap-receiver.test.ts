import { createSocket } from 'node:dgram';
import type { Command, CommandResult, Submission } from '@omc/alarm';
import { encodeOmcAlarm, OMC_ALARM, OMC_ENTERPRISE, type OmcAlarm, TrapMapper } from '@omc/wire';
import { createSession, Version1, Version2c } from 'net-snmp';
import { firstValueFrom, ReplaySubject, take, toArray } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { NeDirectory } from './ne-directory.js';
import type { TrapDependencies, TrapRejection } from './trap-dependencies.js';
import { startTrapReceiver, type TrapReceiver } from './trap-receiver.js';
import { usmParts } from './usm/usm-fixture.test-support.js';

const alarm: OmcAlarm = {
  ne: 'eNB-1',
  object: 'Cell=1',
  alarmId: 29240,
  state: 'fault',
  time: 0,
  severity: 'major',
  text: 'down',
};
const ARRIVED_AT = 1_795_000_000_000;

const running: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

interface Fixture {
  readonly receiver: TrapReceiver;
  readonly submissions: ReplaySubject<Submission>;
  readonly rejections: ReplaySubject<TrapRejection>;
  readonly warnings: string[];
}

function directory(...hosts: readonly (readonly [id: string, host: string])[]): NeDirectory {
  const nes = new NeDirectory(['public', 'secret']);
  for (const [id, host] of hosts) nes.put({ id, kind: 'snmp', host, port: 161 });
  return nes;
}

function noRules(): TrapMapper {
  const mapper = TrapMapper.compile({ names: {}, rules: [] });
  if ('faults' in mapper) throw new Error('no map');
  return mapper;
}

async function listen(changes: Partial<TrapDependencies> = {}): Promise<Fixture> {
  const warnings: string[] = [];
  const receiver = await startTrapReceiver({
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => ARRIVED_AT },
    nes: directory(['eNB-1', '10.0.0.1']),
    usm: usmParts(),
    meaningOf: (notification) => noRules().map(notification),
    isReportable: () => true,
    resync: () => undefined,
    log: { warn: (_, message) => warnings.push(message) },
    ...changes,
  });
  const submissions = new ReplaySubject<Submission>();
  const rejections = new ReplaySubject<TrapRejection>();
  receiver.submissions$.subscribe(submissions);
  receiver.rejected$.subscribe(rejections);
  running.push(() => receiver.close());
  return { receiver, submissions, rejections, warnings };
}

function session({ receiver }: Fixture, version = Version2c, community = 'public', retries = 0) {
  const opened = createSession('127.0.0.1', community, {
    version,
    trapPort: receiver.address.port,
    retries,
    timeout: 200,
  });
  running.push(() => opened.close());
  return opened;
}

/** Sends a trap with net-snmp; resolves when it has left. */
function trap(
  fixture: Fixture,
  oid: string | number = OMC_ALARM,
  varbinds = encodeOmcAlarm(alarm),
  version = Version2c,
  community = 'public',
) {
  return new Promise<void>((resolve, reject) => {
    session(fixture, version, community).trap(oid, varbinds, (error) => (error ? reject(error) : resolve()));
  });
}

/** Sends an inform with net-snmp; resolves with the error, or null once it is acknowledged. */
function inform(fixture: Fixture, retries = 0, community = 'public', oid = OMC_ALARM): Promise<Error | null> {
  return new Promise((resolve) => {
    session(fixture, Version2c, community, retries).inform(oid, encodeOmcAlarm(alarm), resolve);
  });
}

function commandOf({ submissions }: Fixture): Promise<Command> {
  return firstValueFrom(submissions).then(({ command }) => command);
}

function settleAll({ submissions }: Fixture, result: CommandResult = {}): void {
  submissions.subscribe((submission) => submission.settle(result));
}

const report = {
  kind: 'report',
  origin: { source: 'snmp', from: '127.0.0.1' },
  report: {
    ne: 'eNB-1',
    object: 'Cell=1',
    alarmId: 29240,
    state: 'fault',
    severity: 'major',
    text: 'down',
    at: ARRIVED_AT,
    arrivedAt: ARRIVED_AT,
  },
};

describe('the receiver of SNMP notifications', () => {
  it('makes a report of a v2c trap, with its arrival as event time', async () => {
    const fixture = await listen();
    await trap(fixture);
    expect(await commandOf(fixture)).toEqual(report);
    expect(fixture.receiver.received()).toBe(1);
  });

  it('makes the same report of a v1 trap', async () => {
    const fixture = await listen();
    await trap(fixture, `${OMC_ENTERPRISE}.1`, encodeOmcAlarm(alarm), Version1);
    expect(await commandOf(fixture)).toEqual(report);
  });

  it('acknowledges an inform only after its commit', async () => {
    const fixture = await listen();
    let acknowledged = false;
    const answer = inform(fixture).then((error) => {
      acknowledged = true;
      return error;
    });
    const submission = await firstValueFrom(fixture.submissions);
    await trap(fixture);
    await firstValueFrom(fixture.submissions.pipe(take(2), toArray()));
    expect(acknowledged).toBe(false);
    submission.settle({});
    expect(await answer).toBeNull();
  });

  it('counts a retransmitted inform once, and acknowledges it again', async () => {
    const fixture = await listen();
    const lost = new Promise<Buffer>((resolve) => {
      const relay = createSocket('udp4');
      relay.bind(0, '127.0.0.1', () => {
        running.push(() => void relay.close());
        const { port } = relay.address();
        relay.once('message', resolve);
        const sender = createSession('127.0.0.1', 'public', {
          version: Version2c,
          trapPort: port,
          retries: 0,
        });
        running.push(() => sender.close());
        sender.inform(OMC_ALARM, encodeOmcAlarm(alarm), () => undefined);
      });
    });
    const bytes = await lost;
    settleAll(fixture);
    const sender = createSocket('udp4');
    running.push(() => void sender.close());
    const answers = new ReplaySubject<Buffer>();
    sender.on('message', (answer) => answers.next(answer));
    sender.send(bytes, fixture.receiver.address.port, '127.0.0.1');
    await firstValueFrom(answers);
    sender.send(bytes, fixture.receiver.address.port, '127.0.0.1');
    const both = await firstValueFrom(answers.pipe(take(2), toArray()));
    expect(both[1]).toEqual(both[0]);
    expect(await firstValueFrom(fixture.rejections)).toMatchObject({ reason: 'duplicate' });
    fixture.submissions.complete();
    expect(await firstValueFrom(fixture.submissions.pipe(toArray()))).toHaveLength(1);
  });

  it('does not acknowledge an inform that could not be stored, and takes it anew', async () => {
    const fixture = await listen();
    const answer = inform(fixture, 2);
    const first = await firstValueFrom(fixture.submissions);
    first.fail(new Error('disk full'));
    const [, second] = await firstValueFrom(fixture.submissions.pipe(take(2), toArray()));
    second?.settle({});
    expect(await answer).toBeNull();
    expect(await firstValueFrom(fixture.rejections)).toMatchObject({ reason: 'not-stored' });
  });

  it.each([
    ['malformed', OMC_ALARM, encodeOmcAlarm({ ...alarm, alarmId: -1 }), 'alarmId'],
    ['malformed', OMC_ALARM, [], 'object'],
    ['unmapped', '1.3.6.1.4.1.9999.0.7', [], '1.3.6.1.4.1.9999.0.7'],
    ['unmapped', 0, [], '1.3.6.1.6.3.1.1.5.1'],
    ['unknown-ne', OMC_ALARM, encodeOmcAlarm({ ...alarm, ne: 'other' }), 'other'],
    ['unknown-ne', OMC_ALARM, encodeOmcAlarm({ object: '', alarmId: 1, state: 'ok' }), '127.0.0.1'],
  ] as const)('counts as %s a notification %s with %j', async (reason, oid, varbinds, detail) => {
    const fixture = await listen();
    await trap(fixture, oid, [...varbinds]);
    const rejection = await firstValueFrom(fixture.rejections);
    expect(rejection).toMatchObject({ source: 'snmp', reason });
    expect(rejection.detail).toContain(detail);
    expect(rejection.from).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(rejection.sample).toContain(typeof oid === 'string' ? oid : detail);
  });

  it('finds the NE by the source where the notification names none', async () => {
    const fixture = await listen({ nes: directory(['eNB-1', '10.0.0.1'], ['eNB-7', '127.0.0.1']) });
    await trap(fixture, OMC_ALARM, encodeOmcAlarm({ object: '', alarmId: 1, state: 'ok' }));
    expect(await commandOf(fixture)).toMatchObject({ report: { ne: 'eNB-7', state: 'ok' } });
  });

  it('takes no report with the community of another NE, and does not acknowledge it', async () => {
    const nes = directory();
    nes.put({ id: 'eNB-1', kind: 'snmp', host: '10.0.0.1', port: 161, snmp: { community: 'its own' } });
    const fixture = await listen({ nes });
    expect(await inform(fixture)).toBeInstanceOf(Error);
    expect(await firstValueFrom(fixture.rejections)).toMatchObject({ reason: 'not-allowed' });
    await trap(fixture, OMC_ALARM, encodeOmcAlarm(alarm), Version2c, 'its own');
    expect(await commandOf(fixture)).toEqual(report);
  });

  it('refuses a community that is not listed, and never repeats it', async () => {
    const fixture = await listen();
    expect(await inform(fixture, 0, 'guessed')).toBeInstanceOf(Error);
    const rejection = await firstValueFrom(fixture.rejections);
    expect(rejection.reason).toBe('auth');
    expect(JSON.stringify(rejection)).not.toContain('guessed');
    await trap(fixture, OMC_ALARM, encodeOmcAlarm(alarm), Version2c, 'secret');
    expect(await commandOf(fixture)).toEqual(report);
  });

  it('acknowledges an inform that nothing maps, since sending it again would not help', async () => {
    const fixture = await listen();
    expect(await inform(fixture, 0, 'public', '1.3.6.1.4.1.9999.0.7')).toBeNull();
  });

  it('outlives whatever comes, and counts it', async () => {
    const fixture = await listen();
    const sender = createSocket('udp4');
    running.push(() => void sender.close());
    const { port } = fixture.receiver.address;
    const hostile = [
      Buffer.alloc(0),
      Buffer.from('garbage'),
      Buffer.from([0x30, 0x82, 0xff, 0xff]),
      Buffer.from('3003020101', 'hex'),
      Buffer.from('300c02010104067075626c6963a000', 'hex'),
      Buffer.alloc(60_000, 0x30),
    ];
    for (const bytes of hostile) sender.send(bytes, port, '127.0.0.1');
    const rejected = await firstValueFrom(fixture.rejections.pipe(take(hostile.length), toArray()));
    expect(rejected.every(({ reason }) => reason === 'malformed' || reason === 'auth')).toBe(true);
    await trap(fixture);
    expect(await commandOf(fixture)).toEqual(report);
    expect(fixture.receiver.received()).toBe(hostile.length + 1);
  });

  it('cleans texts of what cannot be stored', async () => {
    const fixture = await listen();
    await trap(fixture, OMC_ALARM, encodeOmcAlarm({ ...alarm, text: 'a\0b' }));
    expect(await commandOf(fixture)).toMatchObject({ report: { text: 'a\uFFFDb' } });
  });

  it('names protocol and port where the port is in use', async () => {
    const { receiver } = await listen();
    await expect(listen({ port: receiver.address.port })).rejects.toThrow(
      `cannot listen on UDP 127.0.0.1 port ${receiver.address.port}: it is in use`,
    );
  });

  it('gives the port back when it is closed', async () => {
    const { receiver } = await listen();
    const { port } = receiver.address;
    running.pop();
    await receiver.close();
    expect((await listen({ port })).receiver.address.port).toBe(port);
  });

  it('tells how much the kernel dropped', async () => {
    const { receiver } = await listen();
    expect(await receiver.dropped()).toBe(0);
  });

  it('acknowledges a report that the writer does not take, which counts it', async () => {
    const fixture = await listen();
    const rejections: TrapRejection[] = [];
    fixture.rejections.subscribe((rejection) => rejections.push(rejection));
    settleAll(fixture, { refused: 'not-found', reason: 'no such NE' });
    expect(await inform(fixture)).toBeNull();
    expect(rejections).toEqual([]);
  });
});
