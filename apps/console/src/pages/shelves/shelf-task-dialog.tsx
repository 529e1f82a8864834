import type { ShelfResource } from '@omc/api';
import type { ReactNode } from 'react';
import { lazyPart } from '../../data/lazy-part.js';
import type { TaskEnds } from '../../data/use-task.js';
import { useMatchWords } from './use-match-words.js';

const ShelfDialog = lazyPart(() => import('./shelf-dialog.js'));
const EndShelfDialog = lazyPart(() => import('./end-shelf-dialog.js'));

/** What is being done to a shelf. */
export type ShelfTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'end'; readonly shelf: ShelfResource };

interface ShelfTaskDialogProps extends TaskEnds {
  readonly task: ShelfTask;
}

/** The dialog of what is being done. */
export function ShelfTaskDialog({ task, ...on }: ShelfTaskDialogProps): ReactNode {
  const say = useMatchWords();
  if (task.kind === 'end') return <EndShelfDialog shelf={task.shelf} what={say(task.shelf.match)} {...on} />;
  return <ShelfDialog shelf={task.kind === 'edit' ? task.shelf : null} {...on} />;
}
