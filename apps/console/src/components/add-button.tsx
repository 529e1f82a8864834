import { PlusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Button } from './button.js';

interface AddButtonProps {
  /** Why it cannot be pressed, where it cannot. */
  readonly reason?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** The one thing to do on a page of a table: to add to it. */
export function AddButton({ reason, onClick, children }: AddButtonProps): ReactNode {
  return (
    <Button
      look="strong"
      icon={<PlusOutlined aria-hidden="true" />}
      disabled={reason !== undefined}
      title={reason}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
