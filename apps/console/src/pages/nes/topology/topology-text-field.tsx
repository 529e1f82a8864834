import { UploadOutlined } from '@ant-design/icons';
import { type DragEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { readTextFile } from '../../../data/read-text-file.js';

const MOST_BYTES = 4 * 2 ** 20;
const MIB = 2 ** 20;
const EXAMPLE = `{
  "site": "Site=7",
  "objects": [
    {"object": "Rru=0-60-0", "requires": [["Board=0-0-3,IrPort=1"]]}
  ]
}`;

interface TopologyTextProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Where a topology is written, pasted, dropped or chosen as a file. */
export function TopologyText({ field, text, onText }: TopologyTextProps): ReactNode {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefused('');
    if (file.size > MOST_BYTES)
      return setRefused(t('topology.tooLong', { mib: (file.size / MIB).toFixed(1) }));
    const content = await readTextFile(file);
    if (content === undefined) return setRefused(t('topology.notText', { name: file.name }));
    onText(content);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <div className="topology-source">
        <p className="form-hint">{t('topology.hint')}</p>
        <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => chooser.current?.click()}>
          {t('topology.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          data-testid="topology-file"
          accept=".json,.txt,application/json"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {refused && (
        <p className="is-bad" role="alert">
          {refused}
        </p>
      )}
      <textarea
        ref={field}
        className={`field topology-text ${over ? 'topology-over' : ''}`}
        aria-label={t('topology.text')}
        placeholder={EXAMPLE}
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (event.dataTransfer.files.length > 0) drop(event);
        }}
      />
    </>
  );
}
