import { type AlarmView, everythingActive } from './alarm-view.js';
import type { ListLayout } from './cause-rows.js';
import { severities } from './severity.js';

/** The pages of the console. */
export const pages = [
  'alarms',
  'pending',
  'network',
  'nes',
  'filters',
  'statistics',
  'ledger',
  'mml',
] as const;
export type Page = (typeof pages)[number];

/** What the address bar carries, so that a link shows what its sender saw. */
export interface UrlState {
  readonly page: Page;
  /** The alarm whose details are open. */
  readonly alarm: string | null;
  readonly view: AlarmView;
  /** How the list of what is active is laid out. */
  readonly layout: ListLayout;
  /** What is searched for in the table of a page. */
  readonly find: string;
  /** The NE that a page is about. */
  readonly at: string | null;
}

const states = ['active', 'cleared', 'all'] as const;

/** Reads the search part of an address; what it does not know it leaves out. */
export function readUrl(search: string): UrlState {
  const params = new URLSearchParams(search);
  const asked = params.get('severity')?.split(',') ?? [];
  return {
    page: pages.find((page) => page === params.get('page')) ?? 'alarms',
    alarm: params.get('alarm') || null,
    view: {
      state: states.find((state) => state === params.get('state')) ?? everythingActive.state,
      severity: severities.filter((severity) => asked.includes(severity)),
      ne: (params.get('ne') ?? '').slice(0, 64),
      q: (params.get('q') ?? '').slice(0, 200),
    },
    layout: params.get('list') === 'flat' ? 'flat' : 'causes',
    find: (params.get('find') ?? '').slice(0, 200),
    at: params.get('at')?.slice(0, 64) || null,
  };
}

/** Writes the search part of an address, with `?`, or an empty text where everything is as at first. */
export function writeUrl({ page, alarm, view, layout, find, at }: UrlState): string {
  const params = new URLSearchParams();
  if (page !== 'alarms') params.set('page', page);
  if (view.state !== everythingActive.state) params.set('state', view.state);
  if (view.severity.length > 0) params.set('severity', view.severity.join(','));
  if (view.ne !== '') params.set('ne', view.ne);
  if (view.q !== '') params.set('q', view.q);
  if (layout !== 'causes') params.set('list', layout);
  if (find !== '') params.set('find', find);
  if (at !== null) params.set('at', at);
  if (alarm !== null) params.set('alarm', alarm);
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
