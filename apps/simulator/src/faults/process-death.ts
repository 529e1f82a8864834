import type { DisturbanceKind } from './disturbance-kind.js';
import { loseAtTheOtherEnd } from './transport-disturbances.js';

/** An NE's process dies and comes back after some minutes; its neighbours lose their links to it. */
export const processDeath: DisturbanceKind = {
  name: 'an NE dies',
  weight: 0.4,
  strike: (element, network, random) => {
    const { index: ne } = element;
    const duration = random.between(200_000, 400_000);
    return [
      { afterMs: 0, what: { kind: 'process', ne, running: false } },
      ...element.peerLinks.flatMap((link) =>
        loseAtTheOtherEnd(element, network, link, random.between(500, 1500), duration),
      ),
      { afterMs: duration, what: { kind: 'process', ne, running: true } },
    ];
  },
};
