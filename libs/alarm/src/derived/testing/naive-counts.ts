import type { CountTurn, TypeThresholds } from '../type-counts.js';

/** Keeps every alarm in a list and counts it anew each time. */
export class NaiveCounts {
  readonly #thresholds: TypeThresholds;
  readonly #alarms: string[] = [];
  readonly #subnets = new Map<string, string | undefined>();
  /** The members of each scope and type that is beyond its threshold. */
  readonly beyond = new Map<string, number>();

  constructor(thresholds: TypeThresholds) {
    this.#thresholds = thresholds;
  }

  raised(ne: string, alarmId: number): void {
    this.#alarms.push(`${ne} ${alarmId}`);
  }

  /** False where there is no such alarm. */
  cleared(ne: string, alarmId: number): boolean {
    const at = this.#alarms.indexOf(`${ne} ${alarmId}`);
    return at >= 0 && this.#alarms.splice(at, 1).length > 0;
  }

  place(ne: string, subnet: string | undefined): void {
    this.#subnets.set(ne, subnet);
  }

  settle(nes: readonly string[], subnets: readonly string[], types: readonly number[]): void {
    for (const type of types) {
      for (const ne of nes) this.#look(`${ne} ${type}`, this.#membersOf([ne], type), this.#thresholds.ne);
      for (const subnet of subnets) {
        const inside = nes.filter((ne) => this.#subnets.get(ne) === subnet);
        this.#look(`${subnet} ${type}`, this.#membersOf(inside, type), this.#thresholds.subnet);
      }
    }
  }

  #membersOf(nes: readonly string[], type: number): number {
    return this.#alarms.filter((alarm) => nes.some((ne) => alarm === `${ne} ${type}`)).length;
  }

  #look(name: string, members: number, threshold: number): void {
    if (members > (this.beyond.has(name) ? 0.8 : 1) * threshold) this.beyond.set(name, members);
    else this.beyond.delete(name);
  }
}

/** Keeps what turns tell, as somebody who only hears them knows it. */
export function follow(turns: readonly CountTurn[], shown: Map<string, number>): void {
  for (const { kind, scope, alarmId, members } of turns) {
    const name = `${'ne' in scope ? scope.ne : scope.subnet} ${alarmId}`;
    if (kind === 'ended') shown.delete(name);
    else shown.set(name, members);
  }
}
