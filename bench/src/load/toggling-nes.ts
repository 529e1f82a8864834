import { type ElementReport, SimulatedElement } from '@omc/simulator';

/** NEs in a process of their own: their cells toggle for ever, each NE with a bounded number of reports unacknowledged. */
const [nes = 0, keys = 0] = process.argv.slice(2).map(Number);
const MOST_UNACKED = 400;

/** A loopback address for each, so that no listener takes a port that somebody else was promised. */
const hostOf = (i: number) => `127.2.${i >> 8}.${i & 255}`;
const elements = Array.from(
  { length: nes },
  (_, i) => new SimulatedElement({ id: `eNB-${i}`, host: hostOf(i), port: 9001 }),
);
for (const element of elements) await element.start();
process.send?.({ listening: elements.map(({ id, host, port }) => ({ id, host, port })) });

const rounds = new Map(elements.map((element) => [element, 0]));

function refill(element: SimulatedElement): void {
  while (element.lastSeq - element.acked + keys <= MOST_UNACKED) element.reportAll(nextRound(element));
}

/** Every key of an NE turns once. */
function nextRound(element: SimulatedElement): ElementReport[] {
  const round = rounds.get(element) ?? 0;
  rounds.set(element, round + 1);
  const state = round % 2 === 0 ? 'fault' : 'ok';
  return Array.from({ length: keys }, (_, i) => ({ object: `Cell=${i}`, alarmId: 29240, state }) as const);
}

process.on('message', (message) => {
  if (message === 'count') process.send?.({ acked: elements.reduce((sum, { acked }) => sum + acked, 0) });
  if (message !== 'go') return;
  for (const element of elements) {
    element.heard.subscribe(({ t }) => {
      if (t === 'ack') refill(element);
    });
    refill(element);
  }
});
