import type { Details } from './report.js';

/** What a device tells beside the state, and nothing else. */
export function detailsOf({ severity, text, info }: Details): Details {
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(text === undefined ? {} : { text }),
    ...(info === undefined ? {} : { info }),
  };
}

/** What is known of a key, with what was told now in its place. */
export function merged(known: Details, told: Details): Details {
  return { ...known, ...detailsOf(told) };
}
