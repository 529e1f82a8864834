import type { UserRole } from '@omc/api';

const order: readonly UserRole[] = ['viewer', 'operator', 'engineer', 'admin'];

/** Whether a role may act on alarms and ask NEs for theirs. */
export function mayOperate(role: UserRole): boolean {
  return order.indexOf(role) >= order.indexOf('operator');
}

/** Whether a role may change filters and NEs. The OMC decides; the page only hides what would be refused. */
export function mayEngineer(role: UserRole): boolean {
  return order.indexOf(role) >= order.indexOf('engineer');
}
