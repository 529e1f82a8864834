import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * A dialog of the browser's own: it holds the focus, which begins at what has `data-begin` or else at the first control;
 * Esc closes it, and the focus goes back to where it was.
 */
export function Dialog({ title, onClose, children, className = '' }: DialogProps): ReactNode {
  const frame = useRef<HTMLDialogElement>(null);
  // Before anything is painted, so that no key goes to what is below it.
  useLayoutEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-begin]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={frame}
      className={`dialog ${className}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
