import type { ShelfResource } from '@omc/api';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMatchWords } from './use-match-words.js';

const ShelfDialog = lazy(() => import('./shelf-dialog.js'));
const EndShelfDialog = lazy(() => import('./end-shelf-dialog.js'));

/** What is being done to a shelf. */
export type ShelfTask =
  | { readonly kind: 'add'; readonly ne?: string }
  | { readonly kind: 'edit' | 'end'; readonly shelf: ShelfResource };

interface ShelfTaskDialogProps {
  readonly task: ShelfTask;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** The dialog of what is being done, loaded when it is first needed. */
export function ShelfTaskDialog({ task, onDone, onClose }: ShelfTaskDialogProps): ReactNode {
  const say = useMatchWords();
  const close = () => onClose();
  const dialog = () => {
    if (task.kind === 'add')
      return <ShelfDialog shelf={null} onDone={onDone} onClose={close} {...(task.ne && { ne: task.ne })} />;
    if (task.kind === 'edit') return <ShelfDialog shelf={task.shelf} onDone={onDone} onClose={close} />;
    return <EndShelfDialog shelf={task.shelf} what={say(task.shelf.match)} onDone={onDone} onClose={close} />;
  };
  return <Suspense fallback={null}>{dialog()}</Suspense>;
}
