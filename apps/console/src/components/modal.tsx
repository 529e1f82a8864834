import { Modal as AntModal, type ModalProps } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { AntProvider } from '../theme/ant-provider.js';

const FIELD = 'input:not([type=file], [disabled]), textarea, select';
/** Any button but the one in the corner, which is named by its label alone. */
const BUTTON = 'button:not([aria-label])';

/**
 * A dialog of Ant Design's, open as long as it is drawn; unless told otherwise a click beside it loses nothing that was
 * filled in. The keyboard begins at its first field, or at its first button where it has none, and is back where it was
 * when the dialog is gone.
 */
export function Modal({ children, ...rest }: ModalProps): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      // The dialog holds the focus until it is gone; what was opened in its place keeps it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before.current instanceof HTMLElement)
          before.current.focus();
      });
    },
    [],
  );
  const begin = (isOpen: boolean) => {
    // Who is quick is in a field already.
    if (!isOpen || body.current?.contains(document.activeElement)) return;
    const dialog = body.current?.closest('[role=dialog]');
    const first =
      body.current?.querySelector<HTMLElement>(FIELD) ?? dialog?.querySelector<HTMLElement>(BUTTON);
    first?.focus();
  };
  return (
    <AntProvider>
      <AntModal open centered mask={{ closable: false }} afterOpenChange={begin} {...rest}>
        <div ref={body}>{children}</div>
      </AntModal>
    </AntProvider>
  );
}
