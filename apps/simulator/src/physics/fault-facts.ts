import type { BranchShape, ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { FaultKind } from './physical-fault.js';

/** What there is to know of a kind of fault. */
export interface FaultFacts {
  /** What happens, in words. */
  readonly title: string;
  /** Seconds that it lasts where nobody says otherwise: at least, at most. */
  readonly lasts: readonly [number, number];
  /** How often it comes in a network that is left to itself, beside the other kinds. */
  readonly weight: number;
  /** Objects of an NE that it can befall; of these branches only, where a shape is named. */
  readonly of?: (element: ElementPlan, shape?: BranchShape) => readonly string[];
  /** Objects of the network that it can befall. */
  readonly ofNetwork?: (plan: NetworkPlan) => readonly string[];
}

const branches = ({ branches: all }: ElementPlan, shape?: BranchShape) =>
  all.filter((branch) => shape === undefined || branch.shape === shape);
const irPorts = (element: ElementPlan, shape?: BranchShape) =>
  branches(element, shape).flatMap((branch) => branch.irPorts);
const rrus = (element: ElementPlan, shape?: BranchShape) =>
  branches(element, shape).flatMap((branch) => branch.rrus);
/** A fibre is named by the port that it comes from. */
const fibres = (element: ElementPlan, shape?: BranchShape) => [
  ...irPorts(element, shape),
  ...branches(element, shape).flatMap((branch) => branch.rrus.slice(0, -1).map(({ ports }) => ports[1])),
];
const channels = (element: ElementPlan, shape?: BranchShape) =>
  rrus(element, shape).flatMap(({ txChannels }) => txChannels);
const sctpLinks = ({ mmeLinks, peerLinks }: ElementPlan) =>
  [...mmeLinks, ...peerLinks].map(({ sctpLink }) => sctpLink);
const cells = (element: ElementPlan) => element.cells.map(({ object }) => object);
const itself = () => [''];

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** Every kind of fault; see the simulator's guide for what each does. */
export const faultFacts: Readonly<Record<FaultKind, FaultFacts>> = {
  'fibre-cut': { title: 'a fibre is cut', lasts: [30, 150], weight: 1.5, of: fibres },
  'module-pulled': { title: 'an optical module is pulled', lasts: [30, 150], weight: 1, of: irPorts },
  'light-weak': { title: 'light gets weak', lasts: [30, 300], weight: 1, of: irPorts },
  'rru-dead': {
    ...{ title: 'a radio unit dies', lasts: [40, 200], weight: 1.5 },
    of: (element, shape) => rrus(element, shape).map(({ object }) => object),
  },
  'vswr-high': { title: 'an antenna sends power back', lasts: [60, 300], weight: 2, of: channels },
  'sctp-path-lost': {
    title: 'the way of an SCTP link is lost',
    lasts: [20, 120],
    weight: 2.5,
    of: sctpLinks,
  },
  'sctp-flapping': { title: 'an SCTP link flaps', lasts: [30, 90], weight: 2, of: sctpLinks },
  'x2-refused': {
    ...{ title: 'a neighbour refuses X2', lasts: [60, 240], weight: 1 },
    of: ({ peerLinks }) => peerLinks.map(({ x2Interface }) => x2Interface),
  },
  'user-plane-lost': {
    ...{ title: 'the user plane path is lost', lasts: [15, 90], weight: 1.5 },
    of: ({ userPlanePath }) => [userPlanePath],
  },
  'interface-down': {
    ...{ title: 'the network interface of S1 and user plane goes down', lasts: [20, 100], weight: 0.6 },
    of: (element) => [element.interface],
  },
  'router-down': {
    ...{ title: 'a router that many share dies, and tells nobody', lasts: [30, 90], weight: 0.02 },
    ofNetwork: ({ elements }) => distinct(elements.map(({ router }) => router)),
  },
  'mme-down': { title: 'an MME dies', lasts: [30, 90], weight: 0.05, ofNetwork: ({ mmes }) => mmes },
  'ne-dead': { title: 'an NE dies', lasts: [200, 400], weight: 0.25, of: itself },
  'hub-dead': {
    ...{ title: 'a transport hub dies', lasts: [240, 400], weight: 0.03 },
    ofNetwork: ({ elements }) => distinct(elements.flatMap(({ hubs }) => hubs)),
  },
  'mains-failed': {
    ...{ title: 'a site loses the mains', lasts: [100, 500], weight: 0.15 },
    of: ({ power }) => [power],
    ofNetwork: ({ elements }) => distinct(elements.map(({ site }) => site)),
  },
  'management-lost': {
    title: 'the way from the OMC to an NE is lost',
    lasts: [200, 400],
    weight: 0.1,
    of: itself,
  },
  'omc-cut-off': { title: 'the OMC is cut off', lasts: [120, 300], weight: 0, ofNetwork: () => ['Omc'] },
  'cell-blocked': { title: 'an operator blocks a cell', lasts: [60, 300], weight: 0.7, of: cells },
  'cell-set-up-failed': { title: 'a cell cannot be set up', lasts: [30, 150], weight: 1, of: cells },
  'cell-blip': { title: 'a cell is gone for a moment', lasts: [2, 8], weight: 5, of: cells },
  'satellites-lost': {
    ...{ title: 'satellites are lost', lasts: [30, 240], weight: 2 },
    of: ({ satelliteCard }) => [satelliteCard],
  },
};
