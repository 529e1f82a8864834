import { execFile } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Submission } from '@omc/alarm';
import { OMC_ALARM, TrapMapper } from '@omc/wire';
import fc from 'fast-check';
import { firstValueFrom, ReplaySubject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NeDirectory } from '../ne-directory.js';
import type { TrapRejection } from '../trap-dependencies.js';
import { startTrapReceiver, type TrapReceiver } from '../trap-receiver.js';
import { PeerClocks } from './peer-clocks.js';
import { AUTH_PASSWORD, PRIV_PASSWORD, usmParts, usmUser } from './usm-fixture.test-support.js';

const run = promisify(execFile);
const LEVEL = ['-l', 'authPriv'];
const VARBINDS = [
  ['1', 's', 'eNB-1'],
  ['2', 's', 'Cell=1'],
  ['3', 'i', '29240'],
  ['4', 'i', '1'],
].flatMap(([member, type, value]) => [`1.3.6.1.4.1.32473.1.1.${member}.0`, type ?? '', value ?? '']);

let now: number;
let receiver: TrapReceiver;
let submissions: ReplaySubject<Submission>;
let rejections: ReplaySubject<TrapRejection>;
let submissionCount: number;
let tap: Socket;
let captured: Buffer[];
let peers: PeerClocks;
const closing: (() => Promise<void> | void)[] = [];

/** A receiver, and in front of it a tap that keeps what passes. */
beforeEach(async () => {
  now = 1_795_000_000_000;
  captured = [];
  peers = new PeerClocks();
  await listen();
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(): Promise<void> {
  const nes = new NeDirectory([]);
  nes.put({ id: 'eNB-1', kind: 'snmp', host: '10.0.0.1', port: 161 });
  const mapper = TrapMapper.compile({ names: {}, rules: [] });
  if ('faults' in mapper) throw new Error('no map');
  const clock = { now: () => now };
  const users = [
    usmUser('plain'),
    usmUser('long', 'sha224', 'aes256'),
    usmUser('strong', 'sha512', 'aes192'),
  ];
  receiver = await startTrapReceiver({
    host: '127.0.0.1',
    port: 0,
    clock,
    nes,
    usm: usmParts(users, clock, peers),
    meaningOf: (notification) => mapper.map(notification),
    isReportable: () => true,
    resync: () => undefined,
    log: { warn: () => undefined },
  });
  submissions = new ReplaySubject();
  rejections = new ReplaySubject();
  submissionCount = 0;
  receiver.submissions$.subscribe(() => submissionCount++);
  receiver.submissions$.subscribe(submissions);
  receiver.rejected$.subscribe(rejections);
  const stopped = receiver;
  closing.push(() => stopped.close());
  tap = await openTap();
}

/** Hands on datagrams to the receiver and their answers back; both on a socket per direction. */
async function openTap(): Promise<Socket> {
  const front = createSocket('udp4').bind(0, '127.0.0.1');
  const back = createSocket('udp4').bind(0, '127.0.0.1');
  await Promise.all([once(front, 'listening'), once(back, 'listening')]);
  let sender: { port: number; address: string } | undefined;
  front.on('message', (bytes, from) => {
    captured.push(bytes);
    sender = from;
    back.send(bytes, receiver.address.port, '127.0.0.1');
  });
  back.on('message', (bytes) => sender && front.send(bytes, sender.port, sender.address));
  closing.push(
    () => void front.close(),
    () => void back.close(),
  );
  return front;
}

function send(
  tool: 'snmptrap' | 'snmpinform',
  user: string,
  {
    auth = 'SHA-256',
    priv = 'AES',
    password = AUTH_PASSWORD,
    privPassword = PRIV_PASSWORD,
    level = LEVEL,
  } = {},
) {
  const credentials = ['-u', user, ...level, '-a', auth, '-A', password, '-x', priv, '-X', privPassword];
  const engine = tool === 'snmptrap' ? ['-e', '0x8000000001020304', '-Z', '4,1000'] : [];
  return run(tool, [
    ...['-v3', ...engine, ...credentials, '-r', '0', '-t', '5', `127.0.0.1:${tap.address().port}`, ''],
    ...[OMC_ALARM, ...VARBINDS],
  ]);
}

/** Sends a datagram as it is, from anywhere. */
function resend(bytes: Uint8Array): void {
  const socket = createSocket('udp4');
  closing.push(() => void socket.close());
  socket.send(bytes, receiver.address.port, '127.0.0.1');
}

const rejection = () => firstValueFrom(rejections);
const submitted = () => submissionCount;
const trapped = () => firstValueFrom(submissions);

describe('notifications of SNMPv3', () => {
  it.each([
    ['plain', 'SHA-256', 'AES'],
    ['long', 'SHA-224', 'AES-256'],
    ['strong', 'SHA-512', 'AES-192'],
  ])('are taken from net-snmp: trap of user %s with %s and %s', async (user, auth, priv) => {
    await send('snmptrap', user, { auth, priv });
    expect((await trapped()).command).toMatchObject({
      report: { ne: 'eNB-1', object: 'Cell=1', alarmId: 29240, state: 'fault' },
    });
  });

  it.each([
    ['plain', 'SHA-256', 'AES'],
    ['long', 'SHA-224', 'AES-256'],
  ])('are answered once committed: inform of user %s with %s and %s', async (user, auth, priv) => {
    submissions.subscribe((submission) => submission.settle({}));
    await expect(send('snmpinform', user, { auth, priv })).resolves.toBeDefined();
    expect(receiver.outcomes()).toMatchObject({ reports: 1, discovery: 1 });
  });

  it('that inform are not answered before the commit', async () => {
    await expect(
      run('snmpinform', [
        ...['-v3', '-u', 'plain', ...LEVEL, '-a', 'SHA-256', '-A', AUTH_PASSWORD, '-x', 'AES'],
        ...['-X', PRIV_PASSWORD, '-r', '0', '-t', '0.2', `127.0.0.1:${tap.address().port}`, ''],
        ...[OMC_ALARM, ...VARBINDS],
      ]),
    ).rejects.toThrow(/Timeout/);
    expect(submitted()).toBe(1);
  });

  it('count once when an inform is sent again, encrypted anew', async () => {
    submissions.subscribe((submission) => rejections.subscribe(() => submission.settle({})));
    await run('snmpinform', [
      ...['-v3', '-u', 'plain', ...LEVEL, '-a', 'SHA-256', '-A', AUTH_PASSWORD, '-x', 'AES'],
      ...['-X', PRIV_PASSWORD, '-r', '5', '-t', '0.2', `127.0.0.1:${tap.address().port}`, ''],
      ...[OMC_ALARM, ...VARBINDS],
    ]);
    expect(submitted()).toBe(1);
    expect(await rejection()).toMatchObject({ reason: 'duplicate' });
  });

  it.each([
    ['wrong-digest', 'plain', { password: 'not the password' }],
    ['decryption', 'plain', { privPassword: 'not the password' }],
    ['unknown-user', 'nobody', {}],
    ['security-level', 'plain', { level: ['-l', 'authNoPriv'] }],
    ['security-level', 'plain', { level: ['-l', 'noAuthNoPriv'] }],
  ] as const)('are refused and counted as %s (user %s, %o)', async (reason, user, changes) => {
    await send('snmptrap', user, { ...changes, level: [...('level' in changes ? changes.level : LEVEL)] });
    const refused = await rejection();
    expect(refused.reason).toBe(reason);
    expect(JSON.stringify(refused)).not.toMatch(/password|[0-9a-f]{24}/);
    expect(submitted()).toBe(0);
  });

  it.each([
    [
      { password: 'not the password' },
      /usmStatsWrongDigests|Authentication failure|authorization|incorrect/i,
    ],
    [{ privPassword: 'not the password' }, /usmStatsDecryptionErrors|decryption|Timeout/i],
  ] as const)('tell the sender of an inform what is wrong: %o', async (changes, told) => {
    await expect(send('snmpinform', 'plain', changes)).rejects.toThrow(told);
  });

  it('are refused when they are copies, whoever sends them', async () => {
    await send('snmptrap', 'plain');
    await trapped();
    resend(captured[0] ?? Buffer.of());
    expect(await rejection()).toMatchObject({ reason: 'replay' });
    expect(submitted()).toBe(1);
  });

  it('are refused when they are copies of informs from elsewhere', async () => {
    submissions.subscribe((submission) => submission.settle({}));
    await send('snmpinform', 'plain');
    resend(captured.at(-1) ?? Buffer.of());
    expect(await rejection()).toMatchObject({ reason: 'replay' });
  });

  it('are refused when they are older than 150 s, also after a restart of the receiver', async () => {
    await send('snmptrap', 'plain');
    await trapped();
    const [old = Buffer.of()] = captured;
    peers = new PeerClocks(peers.takeChanges());
    await listen();
    now += 151_000;
    resend(old);
    expect(await rejection()).toMatchObject({ reason: 'not-in-time' });
  });

  it('make the sender of an inform with an old clock ask for the time, once more', async () => {
    submissions.subscribe((submission) => submission.settle({}));
    await send('snmpinform', 'plain');
    now += 200_000;
    resend(captured.at(-1) ?? Buffer.of());
    expect(await rejection()).toMatchObject({ reason: 'not-in-time' });
    await expect(send('snmpinform', 'plain')).resolves.toBeDefined();
  });

  it('end in a count for each, whatever becomes of their bytes on the way', async () => {
    submissions.subscribe((submission) => submission.settle({}));
    await send('snmptrap', 'plain');
    await send('snmpinform', 'plain');
    const counted: TrapRejection[] = [];
    rejections.subscribe((one) => counted.push(one));
    const socket = createSocket('udp4');
    closing.push(() => void socket.close());
    const originals = captured.slice();
    const before = receiver.received();
    const submittedBefore = submitted();
    const outcomesBefore = { ...receiver.outcomes() };
    const mutations = fc.sample(
      fc.record({
        which: fc.nat({ max: originals.length - 1 }),
        at: fc.nat(),
        byte: fc.nat({ max: 255 }),
        cut: fc.option(fc.nat(), { freq: 4 }),
      }),
      2_000,
    );
    const sent = 500 * Math.floor(mutations.length / 500);
    for (const [index, { which, at, byte, cut }] of mutations.entries()) {
      const bytes = Buffer.from(originals[which] ?? []);
      bytes[at % bytes.length] = byte;
      await new Promise<void>((resolve) => {
        const whole = cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
        socket.send(whole, receiver.address.port, '127.0.0.1', () => resolve());
      });
      if (index % 500 === 499) await received(before + index + 1);
    }
    const outcomes = receiver.outcomes();
    const discovered = outcomes.discovery - outcomesBefore.discovery;
    expect(counted.length + discovered).toBe(sent);
    expect(submitted()).toBe(submittedBefore);
  });
});

async function received(count: number): Promise<void> {
  while (receiver.received() < count) await new Promise((resolve) => setImmediate(resolve));
}
