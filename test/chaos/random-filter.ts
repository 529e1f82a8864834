import type { FilterPut } from '@omc/api';
import type { Random } from '@omc/simulator';

type Members = Omit<FilterPut, 'alarmId' | 'ne' | 'object'>;

const none = {
  createWindow: 0,
  createThreshold: 0,
  restoreWindow: 0,
  restoreThreshold: 0,
  statWindow: 0,
  statCreate: 0,
  statRestore: 0,
  realTime: false,
};

/** A filter of some kind with short windows; it names every member. */
export function randomFilter(random: Random): Members {
  const kind = random.pick(['none', 'continuous', 'sliding', 'statistics', 'all', 'real time'] as const);
  const lasting = { ...none, ...continuous(random) };
  switch (kind) {
    case 'none':
      return none;
    case 'continuous':
      return lasting;
    case 'sliding':
      return { ...none, ...sliding(random) };
    case 'statistics':
      return { ...lasting, ...statistics(random) };
    case 'all':
      return { ...none, ...sliding(random), ...statistics(random) };
    case 'real time':
      return { ...lasting, realTime: true };
  }
}

function continuous(random: Random): Partial<Members> {
  const createWindow = seconds(random, 0.2, 1.5);
  return { createWindow, createThreshold: createWindow, restoreWindow: seconds(random, 0, 1) };
}

function sliding(random: Random): Partial<Members> {
  return {
    createWindow: seconds(random, 1.2, 3),
    createThreshold: seconds(random, 0.3, 1.2),
    restoreWindow: seconds(random, 0.8, 2.5),
    restoreThreshold: seconds(random, 0.05, 0.7),
  };
}

function statistics(random: Random): Partial<Members> {
  const statCreate = random.whole(2, 5);
  return { statWindow: seconds(random, 1, 5), statCreate, statRestore: random.whole(0, statCreate - 1) };
}

function seconds(random: Random, least: number, most: number): number {
  return Math.round(random.between(least, most) * 1000) / 1000;
}
