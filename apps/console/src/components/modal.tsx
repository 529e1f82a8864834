import { Modal as AntModal, type ModalProps } from 'antd';
import type { ReactNode } from 'react';
import { AntProvider } from '../theme/ant-provider.js';

/** A dialog of Ant Design's, open as long as it is drawn; unless told otherwise a click beside it loses nothing that was filled in. */
export function Modal(props: ModalProps): ReactNode {
  return (
    <AntProvider>
      <AntModal open centered mask={{ closable: false }} {...props} />
    </AntProvider>
  );
}
