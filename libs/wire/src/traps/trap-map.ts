/** What a varbind must be for a rule to hold; exactly one of `is`, `startsWith`, `matches`. */
export interface TrapCondition {
  /** A name of the map, or an OID: the first varbind that is it or below it. */
  readonly varbind: string;
  /** One of these texts. */
  readonly is?: readonly string[] | undefined;
  readonly startsWith?: string | undefined;
  /** An RE2 pattern that is found in the text; its named groups can be used in templates. */
  readonly matches?: string | undefined;
}

/** A value that is looked up: the first of the templates that can be filled, through a table. */
export interface TrapLookup {
  readonly of: readonly string[];
  /** By what the template gives, upper and lower case alike. */
  readonly map: Readonly<Record<string, string>>;
}

/** How notifications of one kind become reports. Lists of templates: the first that can be filled counts. */
export interface TrapRule {
  readonly name: string;
  /** OIDs of notifications; one that ends in `.*` stands for everything below. */
  readonly notification: readonly string[];
  readonly when: readonly TrapCondition[];
  /** `resync`: the NE is asked for all its faults; `ignore`: it is no alarm. */
  readonly action: 'report' | 'resync' | 'ignore';
  /** Ids or addresses of NEs; none: the NE at the sender's address. */
  readonly ne: readonly string[];
  readonly alarmId: readonly string[] | TrapLookup;
  readonly state: readonly string[] | TrapLookup;
  readonly object: readonly string[];
  readonly text: readonly string[];
  readonly severity: readonly string[] | TrapLookup;
}

/** What notifications mean: rules, the first that holds counts, and names for OIDs. */
export interface TrapMap {
  readonly names: Readonly<Record<string, string>>;
  readonly rules: readonly TrapRule[];
}

/** Something wrong in a map: in which rule (by its place), with which member, and why. */
export interface TrapMapFault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}
