import type { Random } from '../random.js';
import type { BranchPlan, BranchShape, CellPlan, RruPlan } from './network-plan.js';

const PORTS_PER_BOARD = 6;
const FIRST_SLOT = 3;
const FIRST_RRU = 60;
const LONGEST_CHAIN = 3;
const LONGEST_RING = 4;
const TX_CHANNELS = 2;
const SHAPES: readonly BranchShape[] = ['chain', 'chain', 'chain', 'hot-ring', 'cold-ring'];
const TWO_CELLS_PROBABILITY = 0.25;
/** Of cells whose carriers are radio units rather than their channels. */
const BY_RRU_PROBABILITY = 0.2;

/** The radio side of an eNodeB. */
export interface RadioPlan {
  readonly branches: readonly BranchPlan[];
  readonly cells: readonly CellPlan[];
}

/** Branches of radio units, and the cells over them; a branch carries one cell or two. */
export function planRadio(cellCount: number, random: Random): RadioPlan {
  const branches: BranchPlan[] = [];
  const cells: CellPlan[] = [];
  let ports = 0;
  let rrus = FIRST_RRU;
  while (cells.length < cellCount) {
    const shape = random.pick(SHAPES);
    const length = shape === 'chain' ? random.whole(1, LONGEST_CHAIN) : random.whole(2, LONGEST_RING);
    const hasChannels = !random.chance(BY_RRU_PROBABILITY);
    const chain = Array.from({ length }, () => planRru(rrus++, hasChannels));
    const irPorts = Array.from({ length: shape === 'chain' ? 1 : 2 }, () => irPortOf(ports++));
    branches.push({ shape, irPorts, rrus: chain });
    const isShared = random.chance(TWO_CELLS_PROBABILITY) && cells.length + 2 <= cellCount;
    for (const carrying of isShared ? halvesOf(chain) : [chain])
      cells.push({ object: `Cell=${cells.length + 1}`, carriers: carrying.flatMap(carriersOf) });
  }
  return { branches, cells };
}

/** The units of two cells: the first and the second half; a single unit carries both. */
function halvesOf(chain: readonly RruPlan[]): readonly (readonly RruPlan[])[] {
  if (chain.length === 1) return [chain, chain];
  const middle = Math.ceil(chain.length / 2);
  return [chain.slice(0, middle), chain.slice(middle)];
}

function carriersOf({ object, txChannels }: RruPlan): readonly string[] {
  return txChannels.length === 0 ? [object] : txChannels;
}

function irPortOf(place: number): string {
  const slot = FIRST_SLOT + Math.floor(place / PORTS_PER_BOARD);
  return `Board=0-0-${slot},IrPort=${place % PORTS_PER_BOARD}`;
}

function planRru(number: number, hasChannels: boolean): RruPlan {
  const object = `Rru=0-${number}-0`;
  const txChannels = Array.from(
    { length: hasChannels ? TX_CHANNELS : 0 },
    (_, channel) => `${object},TxChannel=${channel}`,
  );
  return { object, ports: [`${object},Port=0`, `${object},Port=1`], txChannels };
}
