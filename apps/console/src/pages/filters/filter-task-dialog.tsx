import type { FilterResource } from '@omc/api';
import { lazy, type ReactNode, Suspense } from 'react';

const FilterDialog = lazy(() => import('./filter-dialog.js'));
const ResetFilterDialog = lazy(() => import('./reset-filter-dialog.js'));

/** What is being done to a filter. */
export type FilterTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'reset'; readonly filter: FilterResource };

interface FilterTaskDialogProps {
  readonly task: FilterTask;
  readonly nameOf: (alarmId: number) => string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** The dialog of what is being done, loaded when it is first needed. */
export function FilterTaskDialog({ task, nameOf, onDone, onClose }: FilterTaskDialogProps): ReactNode {
  const close = () => onClose();
  return (
    <Suspense fallback={null}>
      {task.kind === 'reset' ? (
        <ResetFilterDialog
          filter={task.filter}
          name={nameOf(task.filter.alarmId)}
          onDone={onDone}
          onClose={close}
        />
      ) : (
        <FilterDialog filter={task.kind === 'edit' ? task.filter : null} onDone={onDone} onClose={close} />
      )}
    </Suspense>
  );
}
