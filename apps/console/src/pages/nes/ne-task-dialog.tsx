import type { NeResource } from '@omc/api';
import type { ReactNode } from 'react';
import { lazyPart } from '../../data/lazy-part.js';
import type { TaskEnds } from '../../data/use-task.js';
import { lazyWithTexts } from '../../i18n/lazy-with-texts.js';

const NeDialog = lazyPart(() => import('./ne-dialog.js'));
const ImportDialog = lazyPart(() => import('./import-dialog.js'));
const ShelfDialog = lazyWithTexts(['shelves'], () => import('../shelves/shelf-dialog.js'));
const TopologyDialog = lazyWithTexts(['topology'], () => import('./topology/topology-dialog.js'));
const RemoveNeDialog = lazyPart(() => import('./remove-ne-dialog.js'));

/** What is being done to an NE. */
export type NeTask =
  | { readonly kind: 'add' | 'import' }
  | { readonly kind: 'maintain' | 'topology'; readonly ne: string }
  | { readonly kind: 'edit' | 'remove'; readonly ne: NeResource };

interface NeTaskDialogProps extends TaskEnds {
  readonly task: NeTask;
}

/** The dialog of what is being done. */
export function NeTaskDialog({ task, ...on }: NeTaskDialogProps): ReactNode {
  if (task.kind === 'import') return <ImportDialog {...on} />;
  if (task.kind === 'maintain') return <ShelfDialog shelf={null} ne={task.ne} {...on} />;
  if (task.kind === 'topology') return <TopologyDialog ne={task.ne} {...on} />;
  if (task.kind === 'remove') return <RemoveNeDialog id={task.ne.id} {...on} />;
  return <NeDialog ne={task.kind === 'edit' ? task.ne : null} {...on} />;
}
