import { everythingActive } from '../../data/alarm-view.js';
import type { UrlState } from '../../data/url-state.js';

/** One stop of the tour: where it is, and what there is to be seen. */
interface TourStep {
  readonly name: 'alarms' | 'counters' | 'pending' | 'network' | 'filters' | 'shelves' | 'mml';
  readonly to: Partial<UrlState>;
  /** What is pointed at. */
  readonly at: string;
}

/** The tour, from the list that one always has open to what one needs now and then. */
export const tourSteps: readonly [TourStep, ...TourStep[]] = [
  { name: 'alarms', to: { page: 'alarms', view: everythingActive }, at: '.list-area' },
  { name: 'counters', to: { page: 'alarms', view: everythingActive }, at: '.counters' },
  { name: 'pending', to: { page: 'pending' }, at: '.rail a[aria-current="page"]' },
  { name: 'network', to: { page: 'network' }, at: '.rail a[aria-current="page"]' },
  { name: 'filters', to: { page: 'filters' }, at: '.rail a[aria-current="page"]' },
  { name: 'shelves', to: { page: 'shelves' }, at: '.rail a[aria-current="page"]' },
  { name: 'mml', to: { page: 'mml' }, at: '.rail a[aria-current="page"]' },
];
