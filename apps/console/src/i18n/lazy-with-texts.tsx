import type { ComponentType, ReactNode } from 'react';
import { lazyPart } from '../data/lazy-part.js';
import { fetchLostStyles } from '../data/lost-styles.js';
import { fetchTexts } from './fetched-texts.js';
import type { Part } from './parts.js';

/** A component that is fetched when it is first drawn, or ahead of that. */
export interface Fetched<Props> {
  (props: Props): ReactNode;
  /** Fetches it ahead; rejects where that cannot be done, and it is asked for again when it is drawn. */
  readonly fetch: () => Promise<unknown>;
}

/**
 * A component that is fetched when it is first drawn, and its texts side by side with it. Where it has been fetched ahead
 * it is drawn at once: what React shows while it waits stays for 300 ms, however soon the wait is over.
 */
export function lazyWithTexts<Props extends object>(
  names: readonly Part[],
  load: () => Promise<{ default: ComponentType<Props> }>,
): Fetched<Props> {
  let There: ComponentType<Props> | undefined;
  const fetch = async () => {
    const [component] = await Promise.all([load(), fetchTexts(names), fetchLostStyles()]);
    There = component.default;
    return component;
  };
  const Awaited: ComponentType<Props> = lazyPart(fetch);
  const Drawn = (props: Props) => (There ? <There {...props} /> : <Awaited {...props} />);
  return Object.assign(Drawn, { fetch });
}

/** Fetches what somebody is about to need. Where that fails it is asked for again when it is drawn, which tells. */
export function fetchEarly({ fetch }: Pick<Fetched<object>, 'fetch'>): void {
  fetch().catch((error: unknown) => console.warn('a part of the page cannot be fetched yet', error));
}
