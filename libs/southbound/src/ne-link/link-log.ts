/** What a line of the log is written to. */
export interface LinkLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}
