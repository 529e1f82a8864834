/** A scenario that cannot be played; the message is for people, and names what is wrong with it and where. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}
