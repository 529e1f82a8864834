import type { ViewPost, ViewResource } from '@omc/api';
import { type AlarmView, filterOf } from './alarm-view.js';
import type { UrlState } from './url-state.js';

/** What of the address a saved view keeps. */
export type Look = Pick<UrlState, 'view' | 'layout' | 'sort'>;

/** A column as a view keeps it. */
export type ViewColumn = ViewPost['columns'][number];

/** What is saved of how the list is looked at. */
export function contentOf({ view, layout, sort }: Look, columns: readonly ViewColumn[]) {
  return {
    filter: filterOf(view),
    layout,
    sort: sort === null ? null : { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    columns: [...columns],
  };
}

/** How the list is looked at where a view is opened. */
export function lookOf({ filter, layout, sort }: Pick<ViewResource, 'filter' | 'layout' | 'sort'>): Look {
  const { state, shelved, ack } = filter;
  const view: AlarmView = {
    state,
    severity: filter.severity ?? [],
    alarmId: filter.alarmId ?? [],
    ne: (filter.ne ?? []).join(','),
    site: filter.site ?? [],
    subnet: filter.subnet ?? [],
    ack: ack ? [ack] : [],
    role: filter.role ?? [],
    shelved,
    q: filter.q ?? '',
  };
  return { view, layout, sort: sort && `${sort.descending ? '-' : ''}${sort.column}` };
}

/** Whether the list is looked at in another way than a view says; columns aside, which change with the window. */
export function isModified(saved: ViewResource, look: Look): boolean {
  return textOf(lookOf(saved)) !== textOf(look);
}

function textOf({ view, layout, sort }: Look): string {
  const members = Object.entries(view).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value].map(String).sort() : value,
  ]);
  return JSON.stringify([members.sort(), layout, sort]);
}
