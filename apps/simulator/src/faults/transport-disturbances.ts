import type { ElementPlan, NetworkPlan, PeerLinkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { DisturbanceKind } from './disturbance-kind.js';
import { lasting, type Step } from './step.js';

/** Milliseconds that a flapping link is down or up at a stretch. */
const FLAP_MS = [300, 2500] as const;

/** Trouble with signalling links, interfaces and the user plane. */
export const transportDisturbances: readonly DisturbanceKind[] = [
  { name: 'an SCTP link flaps', weight: 3, strike: flap },
  {
    name: 'the path to one MME is lost',
    weight: 2,
    strike: ({ index, mmeLinks }, _network, random) =>
      lasting(index, 'sctp-down', random.pick(mmeLinks).sctpLink, 0, random.between(30_000, 150_000)),
  },
  { name: 'the paths to all MMEs are lost', weight: 1, strike: loseAllMmes },
  { name: 'the path to a neighbour is lost', weight: 2, strike: loseNeighbour },
  {
    name: 'a neighbour refuses X2',
    weight: 1,
    strike: ({ index, peerLinks }, _network, random) =>
      peerLinks.length === 0
        ? []
        : lasting(
            index,
            'x2ap-refused',
            random.pick(peerLinks).x2Interface,
            0,
            random.between(60_000, 240_000),
          ),
  },
  {
    name: 'the user plane path is lost',
    weight: 2,
    strike: ({ index, userPlanePath }, _network, random) =>
      lasting(index, 'user-plane-down', userPlanePath, 0, random.between(15_000, 90_000)),
  },
];

function flap({ index, mmeLinks, peerLinks }: ElementPlan, _network: NetworkPlan, random: Random): Step[] {
  const { sctpLink } = random.pick([...mmeLinks, ...peerLinks]);
  const end = random.between(30_000, 90_000);
  const steps: Step[] = [];
  for (let at = 0; at < end; at += random.between(...FLAP_MS)) {
    const down = random.between(...FLAP_MS);
    steps.push(...lasting(index, 'sctp-down', sctpLink, at, down));
    at += down;
  }
  return steps;
}

/** One path goes shortly after the other. */
function loseAllMmes({ index, mmeLinks }: ElementPlan, _network: NetworkPlan, random: Random): Step[] {
  const duration = random.between(20_000, 100_000);
  return mmeLinks.flatMap(({ sctpLink }) =>
    lasting(index, 'sctp-down', sctpLink, random.between(0, 1000), duration),
  );
}

/** Both ends notice. */
function loseNeighbour(element: ElementPlan, network: NetworkPlan, random: Random): Step[] {
  if (element.peerLinks.length === 0) return [];
  const link = random.pick(element.peerLinks);
  const duration = random.between(20_000, 120_000);
  return [
    ...lasting(element.index, 'sctp-down', link.sctpLink, 0, duration),
    ...loseAtTheOtherEnd(element, network, link, random.between(0, 500), duration),
  ];
}

/** What the neighbour at the other end of a link sees when the link is lost. */
export function loseAtTheOtherEnd(
  element: ElementPlan,
  network: NetworkPlan,
  link: PeerLinkPlan,
  fromMs: number,
  durationMs: number,
): Step[] {
  const neighbour = network.elements[link.neighbour];
  const back = neighbour?.peerLinks.find((other) => other.neighbour === element.index);
  return back === undefined ? [] : lasting(link.neighbour, 'sctp-down', back.sctpLink, fromMs, durationMs);
}
