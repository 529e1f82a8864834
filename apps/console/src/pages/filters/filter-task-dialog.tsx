import type { FilterResource } from '@omc/api';
import type { ReactNode } from 'react';
import { lazyPart } from '../../data/lazy-part.js';
import type { TaskEnds } from '../../data/use-task.js';

const FilterDialog = lazyPart(() => import('./filter-dialog.js'));
const ResetFilterDialog = lazyPart(() => import('./reset-filter-dialog.js'));

/** What is being done to a filter. */
export type FilterTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'reset'; readonly filter: FilterResource };

interface FilterTaskDialogProps extends TaskEnds {
  readonly task: FilterTask;
  readonly nameOf: (alarmId: number) => string;
}

/** The dialog of what is being done. */
export function FilterTaskDialog({ task, nameOf, ...on }: FilterTaskDialogProps): ReactNode {
  if (task.kind === 'reset')
    return <ResetFilterDialog filter={task.filter} name={nameOf(task.filter.alarmId)} {...on} />;
  return <FilterDialog filter={task.kind === 'edit' ? task.filter : null} {...on} />;
}
