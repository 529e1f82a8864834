import { createSocket } from 'node:dgram';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Submission } from '@omc/alarm';
import { loadTrapMap } from '@omc/catalogue';
import { Random } from '@omc/simulator';
import { NeDirectory, OwnEngine, PeerClocks, startTrapReceiver, UsmUsers } from '@omc/southbound';
import { isUnstorable } from '@omc/wire';
import { expect, it } from 'vitest';
import { hostileDatagram } from './hostile-datagram.js';

const TRAP_MAP = fileURLToPath(new URL('../../../config/traps.yaml', import.meta.url));
const DATAGRAMS = 8_000;
/** Under way at the same time: what surely fits into the receive buffer. */
const AT_ONCE = 50;

it.each([1, 2, 3])(
  'outlives whatever comes over UDP, and every datagram ends in one place (seed %i)',
  async (seed) => {
    const loaded = await loadTrapMap(TRAP_MAP);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const clock = { now: () => 0 };
    const nes = new NeDirectory(['public']);
    nes.put({ id: 'traps-0', kind: 'snmp', host: '127.0.0.1', port: 161 });
    const receiver = await startTrapReceiver({
      host: '127.0.0.1',
      port: 0,
      clock,
      nes,
      usm: {
        users: new UsmUsers(),
        engine: new OwnEngine(Buffer.from('80007ed9054f4d432d66757a7a', 'hex'), 1, clock),
        peers: new PeerClocks(),
      },
      meaningOf: (notification) => loaded.mapper.map(notification),
      isReportable: (alarmId) => alarmId < 30_000,
      resync: () => undefined,
      log: { warn: () => undefined },
    });
    const unstorable: unknown[] = [];
    const reasons = new Map<string, number>();
    const keep = (what: unknown, ...texts: (string | undefined)[]) => {
      if (texts.some((text) => text !== undefined && isUnstorable(text))) unstorable.push(what);
    };
    receiver.submissions$.subscribe((submission: Submission) => {
      if (submission.command.kind === 'report') {
        const { ne, object, text } = submission.command.report;
        keep(submission.command.report, ne, object, text);
      }
      submission.settle({});
    });
    receiver.rejected$.subscribe((rejection) => {
      reasons.set(rejection.reason, (reasons.get(rejection.reason) ?? 0) + 1);
      keep(rejection, rejection.sample);
    });
    const random = new Random(seed);
    const sender = createSocket('udp4');
    for (let sent = 0; sent < DATAGRAMS; sent += AT_ONCE) {
      for (let i = 0; i < AT_ONCE; i++)
        sender.send(hostileDatagram(random), receiver.address.port, '127.0.0.1');
      while (receiver.received() + (await receiver.dropped()) < sent + AT_ONCE) await turn();
    }
    const { reports, ignored, resync, discovery } = receiver.outcomes();
    const rejected = [...reasons.values()].reduce((sum, count) => sum + count, 0);
    expect(reports + ignored + resync + discovery + rejected).toBe(DATAGRAMS - (await receiver.dropped()));
    expect(receiver.uncommitted).toBe(0);
    expect(unstorable).toEqual([]);
    for (const reason of ['malformed', 'unmapped', 'auth', 'unknown-ne'])
      expect(reasons.get(reason)).toBeGreaterThan(0);
    expect(reports).toBeGreaterThan(0);
    sender.close();
    await receiver.close();
  },
);
