import { type AlarmView, everythingActive } from './alarm-view.js';
import type { ListLayout } from './cause-rows.js';
import { severities } from './severity.js';

/** The pages of the console. */
export const pages = [
  'alarms',
  'pending',
  'shelves',
  'history',
  'network',
  'nes',
  'filters',
  'traps',
  'statistics',
  'ledger',
  'mml',
  'users',
  'audit',
  'settings',
  'account',
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
  /** The column by which the list is sorted, with `-` downwards; null: the newest first. */
  readonly sort: string | null;
  /** The saved view that was opened last. */
  readonly saved: string | null;
  /** What is searched for in the table of a page. */
  readonly find: string;
  /** The NE that a page is about. */
  readonly at: string | null;
  /** What only the page that is shown keeps: its part, the time that it is about … */
  readonly own: Readonly<Record<string, string>>;
}

const states = ['active', 'current', 'cleared', 'all'] as const;
const acks = ['unacknowledged', 'acknowledged'] as const;
const roles = ['root', 'symptom', 'standalone'] as const;
const shelvedChoices = ['false', 'true', 'all'] as const;
const MOST_CHOSEN = 100;
/** What of an address is a page's own. */
const OWN = '_';
const MOST_OWN = 400;

/** Reads the search part of an address; what it does not know it leaves out. */
export function readUrl(search: string): UrlState {
  const params = new URLSearchParams(search);
  return {
    page: pages.find((page) => page === params.get('page')) ?? 'alarms',
    alarm: params.get('alarm') || null,
    view: readView(params),
    layout: params.get('list') === 'flat' ? 'flat' : 'causes',
    sort: /^-?[A-Za-z]{1,32}$/.exec(params.get('sort') ?? '')?.[0] ?? null,
    saved: params.get('saved')?.slice(0, 64) || null,
    find: (params.get('find') ?? '').slice(0, 200),
    at: params.get('at')?.slice(0, 64) || null,
    own: readOwn(params),
  };
}

function readView(params: URLSearchParams): AlarmView {
  const asked = (name: string) => params.get(name)?.split(',').filter(Boolean).slice(0, MOST_CHOSEN) ?? [];
  const places = (name: string) =>
    params
      .getAll(name)
      .filter((place) => place !== '' && place.length <= 255)
      .slice(0, MOST_CHOSEN);
  return {
    state: states.find((state) => state === params.get('state')) ?? everythingActive.state,
    severity: severities.filter((severity) => asked('severity').includes(severity)),
    alarmId: asked('alarmId').map(Number).filter(Number.isSafeInteger),
    ne: asked('ne')
      .map((ne) => ne.slice(0, 64))
      .join(','),
    site: places('site'),
    subnet: places('subnet'),
    ack: acks.filter((ack) => asked('ack').includes(ack)),
    role: roles.filter((role) => asked('role').includes(role)),
    shelved: shelvedChoices.find((choice) => choice === params.get('shelved')) ?? everythingActive.shelved,
    q: (params.get('q') ?? '').slice(0, 200),
  };
}

function readOwn(params: URLSearchParams): UrlState['own'] {
  const own = [...params].filter(([name, value]) => name.startsWith(OWN) && name !== OWN && value !== '');
  return Object.fromEntries(own.map(([name, value]) => [name.slice(OWN.length), value.slice(0, MOST_OWN)]));
}

/** Writes the search part of an address, with `?`, or an empty text where everything is as at first. */
export function writeUrl({ page, alarm, view, layout, sort, saved, find, at, own }: UrlState): string {
  const params = new URLSearchParams();
  if (page !== 'alarms') params.set('page', page);
  writeView(view, params);
  if (layout !== 'causes') params.set('list', layout);
  if (sort !== null) params.set('sort', sort);
  if (saved !== null) params.set('saved', saved);
  if (find !== '') params.set('find', find);
  if (at !== null) params.set('at', at);
  for (const [name, value] of Object.entries(own)) if (value !== '') params.set(OWN + name, value);
  if (alarm !== null) params.set('alarm', alarm);
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

function writeView(view: AlarmView, params: URLSearchParams): void {
  if (view.state !== everythingActive.state) params.set('state', view.state);
  for (const name of ['severity', 'alarmId'] as const)
    if (view[name].length > 0) params.set(name, view[name].join(','));
  if (view.ne !== '') params.set('ne', view.ne);
  for (const name of ['site', 'subnet'] as const) for (const place of view[name]) params.append(name, place);
  for (const name of ['ack', 'role'] as const)
    if (view[name].length > 0) params.set(name, view[name].join(','));
  if (view.shelved !== everythingActive.shelved) params.set('shelved', view.shelved);
  if (view.q !== '') params.set('q', view.q);
}
