import { type DragEvent, type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from '../../../components/file-button.js';
import { NETWORK } from '../../../data/network-groups.js';
import { readTextFile } from '../../../data/read-text-file.js';

const MOST_BYTES = 4 * 2 ** 20;
const MIB = 2 ** 20;
const NETWORK_EXAMPLE = `{
  "objects": [
    {"object": "Site=7", "requires": [["Hub=3"]]}
  ]
}`;
const EXAMPLE = `{
  "site": "Site=7",
  "objects": [
    {"object": "Rru=0-60-0", "requires": [["Board=0-0-3,IrPort=1"]]}
  ]
}`;

interface TopologyTextProps {
  readonly ne: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Where a topology is written, pasted, dropped or chosen as a file. */
export function TopologyText({ ne, field, text, onText }: TopologyTextProps): ReactNode {
  const { t } = useTranslation();
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
        <p className="form-hint">
          {ne === NETWORK && `${t('topology.hintNetwork')} `}
          {t('topology.hint')}
        </p>
        <FileButton
          accept=".json,.txt,application/json"
          testId="topology-file"
          onFile={(file) => void take(file)}
        >
          {t('topology.choose')}
        </FileButton>
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
        placeholder={ne === NETWORK ? NETWORK_EXAMPLE : EXAMPLE}
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
