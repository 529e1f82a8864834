import type { Random } from '../random.js';
import type { RruPlan, SectorPlan } from './network-plan.js';

const PORTS_PER_BOARD = 6;
const FIRST_SLOT = 3;
const FIRST_RRU = 60;
const LONGEST_CHAIN = 3;
const TX_CHANNELS = 2;

/** The sectors of one NE: each a port of a baseband board, a chain of radio units behind it, and a cell. */
export function planSectors(cells: number, random: Random): readonly SectorPlan[] {
  let rrus = 0;
  return Array.from({ length: cells }, (_, sector) => {
    const length = random.whole(1, LONGEST_CHAIN);
    const chain = Array.from({ length }, () => planRru(FIRST_RRU + rrus++));
    return { irPort: irPortOf(sector), chain, cell: `Cell=${sector + 1}` };
  });
}

function irPortOf(sector: number): string {
  const slot = FIRST_SLOT + Math.floor(sector / PORTS_PER_BOARD);
  return `Board=0-0-${slot},IrPort=${sector % PORTS_PER_BOARD}`;
}

function planRru(number: number): RruPlan {
  const object = `Rru=0-${number}-0`;
  const txChannels = Array.from({ length: TX_CHANNELS }, (_, channel) => `${object},TxChannel=${channel}`);
  return { object, nextPort: `${object},Port=1`, txChannels };
}
