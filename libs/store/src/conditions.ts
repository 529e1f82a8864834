/** SQL text with its parameters. */
export class Conditions {
  readonly parameters: unknown[];
  readonly #terms: string[] = [];

  /** @param parameters those that the rest of the statement has already; more are added to them. */
  constructor(parameters: unknown[] = []) {
    this.parameters = parameters;
  }

  /** Takes a parameter; gives its place in the text. */
  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  /** Adds a condition that must hold beside the others. */
  and(term: string): void {
    this.#terms.push(term);
  }

  get where(): string {
    return this.#terms.length === 0 ? '' : `where ${this.#terms.join(' and ')}`;
  }
}
