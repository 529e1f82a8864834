/** A word as it stands, or a text in double quotes (here without them, its escapes resolved). */
export interface MmlScalar {
  readonly kind: 'word' | 'string';
  readonly text: string;
}

/** `from&&to`. What lies between is for the parameter's type to say. */
export interface MmlRange {
  readonly kind: 'range';
  readonly from: MmlScalar;
  readonly to: MmlScalar;
}

/** One member of a value; `&` joins several. */
export type MmlItem = MmlScalar | MmlRange;

/** A parameter as it was given; its name is in capitals, its value has at least one item. */
export interface MmlParameter {
  readonly name: string;
  readonly value: readonly MmlItem[];
}

/** A command as it was given, not yet held against the command table. Verb and object are in capitals. */
export interface MmlCommand {
  readonly verb: string;
  /** Null for commands that are a verb alone, such as HLP. */
  readonly object: string | null;
  readonly parameters: readonly MmlParameter[];
}
