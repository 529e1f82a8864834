import { percentilesOf } from '../measure/percentiles.js';
import { answerTo } from './answer-to.js';
import { type LoadNe, prepared } from './load-ne.js';
import { LoadNetwork } from './load-network.js';

/** NEs whose cells toggle inside their windows: as fast as they are acknowledged, or so many a second. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
/** Reports that are sent at once at a given rate. */
const BUNDLE = 10;
const TICK_MS = 5;

const network = new LoadNetwork('toggling', count);
const turns = (['fault', 'ok'] as const).map((state) =>
  Array.from({ length: keys }, (_, i) => prepared(`Cell=${i}`, 29240, state)),
);
/** Each key of an NE turns once, then each turns back. */
const cycle = turns.flat();
const positions = new Map(network.nes.map((ne) => [ne, 0]));
let pacing: NodeJS.Timeout | undefined;
let most = 0;

function toggle(ne: LoadNe, reports: number): void {
  const from = positions.get(ne) ?? 0;
  positions.set(ne, (from + reports) % cycle.length);
  const time = new Date().toISOString();
  ne.send(cycle.slice(from, from + reports), () => time);
}

function refill(ne: LoadNe): void {
  while (ne.unacked + keys <= most) toggle(ne, keys);
}

function pace(perSecond: number): void {
  const startedAt = performance.now();
  let bundles = 0;
  pacing = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * (perSecond / BUNDLE);
    for (; bundles < due; bundles++) toggle(network.nes[bundles % count] as LoadNe, BUNDLE);
  }, TICK_MS);
}

answerTo(
  {
    /** Keeps at most so many reports of each NE unacknowledged, and as many as that. */
    saturate: (unacked: number) => {
      most = unacked;
      network.onAcked = refill;
      for (const ne of network.nes) refill(ne);
    },
    pace,
    /** Ends both; answers when everything is acknowledged. */
    stop: () => {
      clearInterval(pacing);
      most = 0;
      return network.drained();
    },
    /** What was acknowledged, and how long that took since the last time that this was asked. */
    figures: () => {
      const latencyMs = percentilesOf(network.latenciesMs);
      network.latenciesMs = [];
      return { acked: network.acked, latencyMs };
    },
  },
  await network.listen(),
);
