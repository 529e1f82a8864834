/** Ways in on which reports come: NE links, what a sync of theirs tells, SNMP notifications, VES events. */
export const reportSources = ['link', 'sync', 'snmp', 'ves'] as const;
export type ReportSource = (typeof reportSources)[number];

/** Who sent a report: an NE's id (link, sync), an address (SNMP), the name of a VES source. */
export interface ReportOrigin {
  readonly source: ReportSource;
  readonly from: string;
}

/** What of one sender was not processed, for one reason. */
export interface Loss extends ReportOrigin {
  readonly reason: string;
  readonly count: number;
  /** The last of them, as text; at most `MAX_LOSS_SAMPLES`. */
  readonly samples: readonly string[];
}

/** So many samples are kept of what is lost, the last ones. */
export const MAX_LOSS_SAMPLES = 5;

/** Counts reports by what became of them: heard, or lost for a reason. */
export class LossTally {
  readonly #heard = new Map<ReportSource, number>();
  readonly #losses = new Map<string, Loss & { count: number; readonly samples: string[] }>();

  /** Reports that were taken, by way in. */
  get heard(): ReadonlyMap<ReportSource, number> {
    return this.#heard;
  }

  get losses(): Iterable<Loss> {
    return this.#losses.values();
  }

  hear(source: ReportSource): void {
    this.#heard.set(source, (this.#heard.get(source) ?? 0) + 1);
  }

  lose({ source, from }: ReportOrigin, reason: string, sample: string, by = 1): void {
    const key = `${source} ${reason} ${from}`;
    const loss = this.#losses.get(key) ?? { source, from, reason, count: 0, samples: [] };
    loss.count += by;
    if (loss.samples.push(sample) > MAX_LOSS_SAMPLES) loss.samples.shift();
    this.#losses.set(key, loss);
  }
}
