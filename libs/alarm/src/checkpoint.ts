import type { Catalogue } from './catalogue.js';
import type { Filter } from './filter.js';
import type { LinkPosition } from './ne.js';
import type { Details, RawState } from './report.js';
import type { SupervisedKey, SupervisedNe } from './supervised-key.js';
import type { SupervisedKeys } from './supervised-keys.js';
import { windowsOf } from './windows.js';

/** A key that is not at rest, as it was. Numbers that are infinite in memory are null. */
interface KeyCheckpoint {
  readonly object: string;
  readonly alarmId: number;
  readonly raw: RawState;
  readonly since: number | null;
  readonly past: readonly number[];
  readonly settled: RawState;
  readonly decidedAt: number | null;
  readonly quiet: boolean;
  readonly reports: number;
  readonly overLink: boolean;
  readonly resynced: boolean;
  readonly details: Details;
  readonly superseded: readonly { readonly filter: Filter; readonly until: number }[];
}

/**
 * All that the hold-off knows of one NE, as it was right after entry `seq` of the journal. NEs are taken one
 * after the other while the writer goes on, so each has its own `seq`: replay passes over what lies before it.
 */
export interface NeCheckpoint {
  readonly ne: string;
  readonly seq: number;
  readonly held: boolean;
  readonly position: LinkPosition | null;
  readonly unbrokenFrom: number | null;
  readonly keys: readonly KeyCheckpoint[];
}

/** Takes down an NE, after entry `seq` of the journal. */
export function takeDown(ne: SupervisedNe, seq: number): NeCheckpoint {
  return {
    ne: ne.id,
    seq,
    held: ne.held,
    position: ne.position ?? null,
    unbrokenFrom: finite(ne.unbrokenFrom),
    keys: [...ne.keys.values()].map(keyCheckpoint),
  };
}

function keyCheckpoint({
  object,
  type,
  state,
  reports,
  overLink,
  resynced,
  details,
  superseded,
}: SupervisedKey) {
  const { raw, since, past, settled, decidedAt, quiet } = state;
  return {
    object,
    alarmId: type.alarmId,
    raw,
    since: finite(since),
    past,
    settled,
    decidedAt: finite(decidedAt),
    quiet,
    reports,
    overLink,
    resynced,
    details,
    superseded: superseded.map(({ windows, until }) => ({ filter: windows.filter, until })),
  };
}

/** Brings an NE back to where it was taken down. Types that the catalogue no longer has are left out. */
export function bringBack(checkpoint: NeCheckpoint, keys: SupervisedKeys, catalogue: Catalogue): void {
  const ne = keys.nes.get(checkpoint.ne);
  if (ne === undefined) return;
  ne.held = checkpoint.held;
  ne.position = checkpoint.position ?? undefined;
  ne.unbrokenFrom = checkpoint.unbrokenFrom ?? Number.POSITIVE_INFINITY;
  for (const { object, alarmId, since, decidedAt, superseded, ...rest } of checkpoint.keys) {
    const type = catalogue.get(alarmId);
    const key = type && keys.obtain(ne, object, type);
    if (key === undefined) continue;
    const { raw, past, settled, quiet, ...facts } = rest;
    keys.put(key, { raw, past, settled, quiet, since: endless(since), decidedAt: endless(decidedAt) });
    Object.assign(key, facts);
    key.superseded = superseded.map(({ filter, until }) => ({ windows: windowsOf(filter), until }));
  }
}

function finite(instant: number): number | null {
  return Number.isFinite(instant) ? instant : null;
}

function endless(instant: number | null): number {
  return instant ?? Number.NEGATIVE_INFINITY;
}
