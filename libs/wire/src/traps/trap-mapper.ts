import { decodeOmcAlarm, OMC_ALARM } from '../omc-alarm-notification.js';
import type { Notification } from '../snmp/snmp-pdu.js';
import { type CompiledRule, compileRule, type MappedReport } from './compile-rule.js';
import type { TrapMap, TrapMapFault } from './trap-map.js';
import { TrapValues } from './trap-values.js';

/** What a notification means, and by which rule. */
export type TrapMeaning =
  | ({ readonly kind: 'report'; readonly rule: string } & MappedReport)
  /** The NE should be asked for all its faults. */
  | { readonly kind: 'resync'; readonly rule: string; readonly neCandidates: readonly string[] }
  /** Nothing to do. */
  | { readonly kind: 'ignore'; readonly rule: string }
  /** An `omcAlarm` whose varbinds are wrong. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** No rule holds, or the one that does can make nothing of it. */
  | { readonly kind: 'unmapped'; readonly reason: string; readonly rule?: string };

/** The rule of the OMC's own notification, which is built in. */
export const OWN_RULE = 'omcAlarm (built in)';

/** Says what notifications mean. Pure: the same notification always means the same. */
export class TrapMapper {
  readonly #exact = new Map<string, CompiledRule[]>();
  readonly #below: (readonly [prefix: string, rule: CompiledRule])[] = [];
  readonly #places = new Map<CompiledRule, number>();

  private constructor(rules: readonly CompiledRule[]) {
    for (const [place, rule] of rules.entries()) {
      this.#places.set(rule, place);
      for (const oid of rule.rule.notification) this.#file(oid, rule);
    }
  }

  /** Compiles a map, or says everything that is wrong with it. */
  static compile(map: TrapMap): TrapMapper | { readonly faults: readonly TrapMapFault[] } {
    const faults: TrapMapFault[] = [];
    const rules = map.rules.map((rule, place) => compileRule(rule, map, place, faults));
    return faults.length > 0 ? { faults } : new TrapMapper(rules);
  }

  /** What a notification means: the OMC's own first, then the first rule that holds. */
  map(notification: Notification): TrapMeaning {
    if (notification.oid === OMC_ALARM) return ownMeaning(notification);
    for (const compiled of this.#candidates(notification.oid)) {
      const values = new TrapValues(notification);
      if (!compiled.holds(values)) continue;
      return meaningBy(compiled, values);
    }
    return { kind: 'unmapped', reason: `no rule holds for notification ${notification.oid}` };
  }

  #file(oid: string, rule: CompiledRule): void {
    if (oid.endsWith('.*')) this.#below.push([oid.slice(0, -1), rule]);
    else this.#exact.set(oid, [...(this.#exact.get(oid) ?? []), rule]);
  }

  #candidates(oid: string): readonly CompiledRule[] {
    const exact = this.#exact.get(oid) ?? [];
    const below = this.#below.filter(([prefix]) => oid.startsWith(prefix)).map(([, rule]) => rule);
    if (below.length === 0) return exact;
    return [...exact, ...below].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
  }

  #placeOf(rule: CompiledRule): number {
    return this.#places.get(rule) ?? 0;
  }
}

function meaningBy(compiled: CompiledRule, values: TrapValues): TrapMeaning {
  const { name, action } = compiled.rule;
  if (action === 'ignore') return { kind: 'ignore', rule: name };
  if (action === 'resync') return { kind: 'resync', rule: name, neCandidates: compiled.neCandidates(values) };
  const report = compiled.report(values);
  if ('reason' in report) return { kind: 'unmapped', reason: `rule "${name}": ${report.reason}`, rule: name };
  return { kind: 'report', rule: name, ...report };
}

function ownMeaning({ varbinds }: Notification): TrapMeaning {
  const decoded = decodeOmcAlarm(varbinds);
  if (!decoded.ok) return { kind: 'malformed', reason: decoded.reason };
  const { ne, time: _, ...facts } = decoded.message;
  return { kind: 'report', rule: OWN_RULE, neCandidates: ne === undefined ? [] : [ne], ...facts };
}
