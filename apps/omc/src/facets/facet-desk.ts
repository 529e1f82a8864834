import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Scope, scopeIncludes, type Topologies } from '@omc/alarm';
import type { AlarmFilter, FacetQuery, FacetResource } from '@omc/api';
import type { AlarmReader, ResolvedFilter } from '@omc/store';
import type { AlarmOffice } from '../alarm-office.js';
import { filterKey } from '../live/live-list.js';
import type { ActiveAlarms } from './active-alarms.js';
import { baseMatch } from './base-match.js';
import { FacetTally } from './facet-tally.js';
import { Places } from './places.js';

/** Active alarms that are counted in one go; then others have their turn. */
const AT_ONCE = 5_000;
/** Of a history, so many of the newest alarms are counted. */
const MOST_HISTORICAL = 20_000;
/** Consoles that watch the same share a count that is not older than this. */
const KEPT_MS = 1_500;
const MOST_KEPT = 32;

/** What the counting works with. */
export interface FacetDeskParts {
  readonly active: ActiveAlarms;
  readonly alarms: Pick<AlarmReader, 'kinds'>;
  readonly topologies: Topologies;
  readonly office: Pick<AlarmOffice, 'select'>;
  readonly now: () => number;
}

interface Counted {
  readonly tally: FacetTally;
  readonly complete: boolean;
}

/** Counts the alarms of a filter by facet: what is active in memory, a history by its newest alarms. */
export class FacetDesk {
  readonly #parts: FacetDeskParts;
  readonly #recent = new Map<string, { readonly at: number; readonly counted: Promise<Counted> }>();

  constructor(parts: FacetDeskParts) {
    this.#parts = parts;
  }

  /** Asked by somebody who sees the NEs of a scope. */
  async count({ limit, ...filter }: FacetQuery, scope: Scope): Promise<FacetResource> {
    const { tally, complete } = await this.#shared(filter, scope);
    return tally.resource(limit, complete);
  }

  #shared(filter: AlarmFilter, scope: Scope): Promise<Counted> {
    const key = JSON.stringify([scope, filterKey(filter)]);
    const at = this.#parts.now();
    const known = this.#recent.get(key);
    if (known !== undefined && at - known.at < KEPT_MS) return known.counted;
    const counted = this.#counted(filter, scope);
    counted.catch(() => this.#recent.delete(key));
    this.#recent.delete(key);
    this.#recent.set(key, { at, counted });
    this.#forget(at);
    return counted;
  }

  /** What is too old, and the oldest where there are many. */
  #forget(now: number): void {
    for (const [key, { at }] of this.#recent)
      if (now - at >= KEPT_MS || this.#recent.size > MOST_KEPT) this.#recent.delete(key);
      else return;
  }

  async #counted(asked: AlarmFilter, scope: Scope): Promise<Counted> {
    const { filter } = await this.#parts.office.select(asked, scope);
    return filter.state === 'active' ? await this.#active(filter) : await this.#historical(filter);
  }

  async #active(filter: ResolvedFilter): Promise<Counted> {
    const { active, topologies } = this.#parts;
    const tally = new FacetTally(filter);
    const places = new Places(topologies);
    const topologyOf = (ne: string) => topologies.of(ne);
    const matches = baseMatch(filter, topologyOf);
    const isVisible = (ne: string) => scopeIncludes(filter.scope, ne, (id) => topologyOf(id)?.subnet);
    let gone = 0;
    for (const alarm of active) {
      if (isVisible(alarm.ne) && matches(alarm)) {
        const { severity, alarmId, ne, object, ack, correlation } = alarm;
        tally.take({ severity, alarmId, ne, ack: ack.state, role: correlation.role }, places.of(ne, object));
      }
      gone += 1;
      if (gone % AT_ONCE === 0) await nextTurn();
    }
    return { tally, complete: true };
  }

  async #historical(filter: ResolvedFilter): Promise<Counted> {
    const { alarms, topologies } = this.#parts;
    const tally = new FacetTally(filter);
    const places = new Places(topologies);
    let counted = 0;
    for (const { object, count, ...kind } of await alarms.kinds(filter, MOST_HISTORICAL)) {
      tally.take(kind, places.of(kind.ne, object), count);
      counted += count;
    }
    return { tally, complete: counted < MOST_HISTORICAL };
  }
}
