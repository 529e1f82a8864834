import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { fetchLostStyles } from './lost-styles.js';

const AGAIN_MS = 2_000;

/**
 * A component that is fetched when it is first drawn. While the OMC cannot be reached it is waited for, so that the
 * page stays on which it is asked for; it throws what cannot be fetched from an OMC that answers.
 */
export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return await load();
    } catch {
      await reached();
      const [component] = await Promise.all([load(), fetchLostStyles()]);
      return component;
    }
  });
}

/** Resolves once the OMC answers. */
async function reached(): Promise<void> {
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/healthz')).ok;
  } catch {
    // Nobody is there.
    return false;
  }
}
