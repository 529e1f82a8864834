import { alarmSorts } from '@omc/api';

/** A kind of list: how the i-th query of it reads. */
export interface ListKind {
  readonly name: string;
  readonly query: (i: number) => string;
}

const ne = (i: number, nes: number) => `eNB-${100_000 + ((i * 7919) % nes)}`;
const states = ['active', 'cleared', 'all'] as const;

/** The lists that are measured: each sort of each state, and what operators narrow them by. */
export function listKinds(nes: number, days = 365): ListKind[] {
  const now = Date.now();
  const dayBefore = (i: number) => new Date(now - ((i * 37) % days) * 86_400_000).toISOString();
  const narrowed: readonly (readonly [string, (i: number) => string])[] = [
    ['ne', (i) => `ne=${ne(i, nes)}`],
    ['ne and type', (i) => `ne=${ne(i, nes)}&alarmId=29240,301`],
    ['grave', () => 'severity=critical,major'],
    ['a severity that nothing has', () => 'severity=indeterminate'],
    ['type', (i) => `alarmId=${[29240, 301, 26122][i % 3]}`],
    ['a type that nothing has', () => 'alarmId=90003'],
    ['unacknowledged', () => 'ack=unacknowledged'],
    ['roots', () => 'role=root'],
    ['shelved', () => 'shelved=true'],
    ['a rare object', (i) => `object=SatelliteCard%3D${i % 3}`],
    ['since and until', (i) => `since=${dayBefore(i + 1)}&until=${dayBefore(i)}`],
    ['search of an NE', (i) => `q=${ne(i, nes).toLowerCase()}`],
    ['search of a rare text', (i) => `q=antenna%20${100 + (i % 900)}%20beyond`],
    ['search of what all have', () => 'q=threshold'],
    ['search of what nothing has', (i) => `q=nothing-${i}`],
    ['search of a type by its name', () => 'q=sctp%20link'],
    ['search of an object', (i) => `q=cell%3D${1000 + ((i * 31) % 4000)}`],
  ];
  return states.flatMap((state) => [
    ...alarmSorts.map((sort) => ({
      name: `${state} by ${sort}`,
      query: () => `state=${state}&sort=${sort}`,
    })),
    ...narrowed.map(([name, query]) => ({
      name: `${state}, ${name}`,
      query: (i: number) => `state=${state}&${query(i)}`,
    })),
  ]);
}
