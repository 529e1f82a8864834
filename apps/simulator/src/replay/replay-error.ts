/** Something that keeps a log from being replayed; the message is for people. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}
