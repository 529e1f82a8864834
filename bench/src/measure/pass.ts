/** Lets the load run for a while, which is what a benchmark waits for. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
