import type { ViewResource } from '@omc/api';
import { lookOf } from '../../../data/saved-view.js';
import { navigate } from '../../../data/use-url-state.js';

/** Shows the list as a saved view says; its columns follow the address. */
export function openView(view: ViewResource, how: 'push' | 'replace' = 'push'): void {
  navigate({ ...lookOf(view), saved: view.id, alarm: null }, how);
}
