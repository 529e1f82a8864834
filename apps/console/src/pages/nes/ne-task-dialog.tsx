import type { NeResource } from '@omc/api';
import { lazy, type ReactNode, Suspense } from 'react';

const NeDialog = lazy(() => import('./ne-dialog.js'));
const ImportDialog = lazy(() => import('./import-dialog.js'));
const ShelfDialog = lazy(() => import('../shelves/shelf-dialog.js'));
const RemoveNeDialog = lazy(() => import('./remove-ne-dialog.js'));

/** What is being done to an NE. */
export type NeTask =
  | { readonly kind: 'add' | 'import' }
  | { readonly kind: 'maintain'; readonly ne: string }
  | { readonly kind: 'edit' | 'remove'; readonly ne: NeResource };

interface NeTaskDialogProps {
  readonly task: NeTask;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** The dialog of what is being done, loaded when it is first needed. */
export function NeTaskDialog({ task, onDone, onClose }: NeTaskDialogProps): ReactNode {
  const close = () => onClose();
  return (
    <Suspense fallback={null}>
      {task.kind === 'import' ? (
        <ImportDialog onDone={onDone} onClose={close} />
      ) : task.kind === 'maintain' ? (
        <ShelfDialog shelf={null} ne={task.ne} onDone={onDone} onClose={close} />
      ) : task.kind === 'remove' ? (
        <RemoveNeDialog id={task.ne.id} onDone={onDone} onClose={close} />
      ) : (
        <NeDialog ne={task.kind === 'edit' ? task.ne : null} onDone={onDone} onClose={close} />
      )}
    </Suspense>
  );
}
