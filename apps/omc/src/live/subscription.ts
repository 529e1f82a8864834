import type { Encoded } from './live-encoder.js';

/** Answers `subscribe`. */
export type Answer = (answer: Encoded) => void;

/** What one client watches. */
export interface Subscription {
  /** Answers with the list, or with what was missed of it since a cursor; resolves once the client is up to date. */
  begin(cursor: string | undefined, answer: Answer): Promise<void>;
  /** The client is told nothing more. */
  end(): void;
}
