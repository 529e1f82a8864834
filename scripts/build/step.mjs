/**
 * Does one step of the build and prints a line with its duration.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const result = await work();
  tell(title, `${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Prints a progress line.
 *
 * @param {string} title
 * @param {string} state
 */
export function tell(title, state) {
  console.log(`${title.padEnd(10)} ${state}`);
}
