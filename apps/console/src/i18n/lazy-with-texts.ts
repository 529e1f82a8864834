import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { fetchTexts } from './fetched-texts.js';
import type { Part } from './parts.js';

/** A component that is fetched when it is first drawn, and its texts side by side with it. */
export function lazyWithTexts<Props>(
  names: readonly Part[],
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), fetchTexts(names)]);
    return component;
  });
}
