import { UploadOutlined } from '@ant-design/icons';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.js';

interface FileButtonProps {
  /** The endings and types of the files that are of use. */
  readonly accept: string;
  readonly testId: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Chooses a file; a button of ours, since the browser's own speaks the browser's language. */
export function FileButton({ accept, testId, onFile, children }: FileButtonProps): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => chooser.current?.click()}>
        {children}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        data-testid={testId}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again once it is mended.
          target.value = '';
        }}
      />
    </>
  );
}
