import type { ReactNode } from 'react';
import { Button } from './button.js';

interface RowButtonProps {
  readonly icon: ReactNode;
  /** What it does, in a word. */
  readonly title: string;
  /** The same with what it is done to, for who hears the page. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button in a row of a table: an icon, whose word is its tooltip. */
export function RowButton({ icon, title, label, disabled = false, onClick }: RowButtonProps): ReactNode {
  return (
    <Button look="quiet" icon={icon} title={title} aria-label={label} disabled={disabled} onClick={onClick} />
  );
}
