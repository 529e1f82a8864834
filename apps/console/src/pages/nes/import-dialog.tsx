import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.js';
import { FileButton } from '../../components/file-button.js';
import { Modal } from '../../components/modal.js';
import { showLine } from '../../components/show-line.js';
import { useTroubleText } from '../../components/use-trouble-text.js';
import { bulkLines } from '../../data/bulk-lines.js';
import { readTextFile } from '../../data/read-text-file.js';
import { type BulkPath, sendLines } from '../../data/send-lines.js';
import type { TaskEnds } from '../../data/use-task.js';

/** A line that was not taken. */
interface Refused {
  readonly source: number;
  readonly ne: string;
  readonly reason: string;
}

const paths: readonly BulkPath[] = ['/nes/bulk', '/topology/bulk'];
const MOST_SHOWN = 200;

/** Registers many NEs, or tells many topologies, from a file or what is pasted; what is refused is told line by line. */
export default function ImportDialog({ onDone, onClose }: TaskEnds): ReactNode {
  const { t } = useTranslation();
  const [path, setPath] = useState<BulkPath>('/nes/bulk');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const [noText, setNoText] = useState('');
  const load = useImport(path);
  const trouble = useTroubleText(load.error);
  const finish = () => onDone(load.data ? t('import.done', { count: load.data.taken }) : '');
  const change = (next: string) => {
    load.reset();
    setText(next);
  };
  const choose = async (file: File) => {
    const content = await readTextFile(file);
    setNoText(content === undefined ? file.name : '');
    if (content !== undefined) change(content);
  };
  return (
    <Modal
      width={760}
      title={t('import.title')}
      okText={t('import.send')}
      okButtonProps={{ disabled: text.trim() === '' || load.isSuccess }}
      cancelText={t(load.data ? 'import.close' : 'form.cancel')}
      confirmLoading={load.isPending}
      onOk={() => load.mutate(text)}
      onCancel={load.data ? finish : onClose}
    >
      <div className="import">
        <Choice
          label={t('import.what')}
          value={path}
          options={paths.map((value) => ({
            value,
            label: t(value === '/nes/bulk' ? 'import.nes' : 'import.topologies'),
          }))}
          onChange={(to) => {
            load.reset();
            setPath(to);
          }}
        />
        <p className="form-hint">{t(path === '/nes/bulk' ? 'import.nesHint' : 'import.topologiesHint')}</p>
        <span>
          <FileButton
            accept=".csv,.json,.jsonl,.ndjson,.txt"
            testId="import-file"
            onFile={(file) => void choose(file)}
          >
            {t('import.file')}
          </FileButton>
        </span>
        {noText && (
          <p className="is-bad" role="alert">
            {t('import.notText', { name: noText })}
          </p>
        )}
        <textarea
          ref={field}
          wrap="off"
          className="field import-text"
          aria-label={t('import.text')}
          placeholder={
            path === '/nes/bulk'
              ? 'id,kind,host,port\neNB-100001,link,10.0.0.1,9001'
              : '{"ne":"eNB-100001","site":"Site=7","objects":[{"object":"Cell=1"}]}'
          }
          spellCheck={false}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
        {trouble && <Alert type="error" showIcon title={trouble} role="alert" />}
        {load.data && (
          <Outcome {...load.data} toLine={(line) => field.current && showLine(field.current, line)} />
        )}
      </div>
    </Modal>
  );
}

function useImport(path: BulkPath) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (text: string) => {
      const { lines, faults } = bulkLines(text);
      const answers =
        lines.length === 0
          ? []
          : await sendLines(
              path,
              lines.map(({ json }) => json),
            );
      const refused: Refused[] = faults.map(({ source, reason }) => ({
        source,
        ne: '',
        reason: t(`import.${reason}`),
      }));
      for (const { line, ne = '', status, error } of answers)
        if (status >= 400)
          refused.push({ source: lines[line - 1]?.source ?? line, ne, reason: error ?? String(status) });
      const taken = answers.filter(({ status }) => status < 400).length;
      return { taken, refused: refused.sort((a, b) => a.source - b.source) };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['nes'] }),
  });
}

interface OutcomeProps {
  readonly taken: number;
  readonly refused: readonly Refused[];
  readonly toLine: (line: number) => void;
}

function Outcome({ taken, refused, toLine }: OutcomeProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div data-testid="import-outcome">
      <output className="import-sum">
        {t('import.done', { count: taken })} {t('import.refused', { count: refused.length })}
      </output>
      {refused.length > 0 && (
        <div className="import-refused">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('import.line')}</th>
                <th scope="col">{t('nes.id')}</th>
                <th scope="col">{t('nes.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.slice(0, MOST_SHOWN).map(({ source, ne, reason }) => (
                <tr key={source}>
                  <td>
                    <button
                      type="button"
                      className="text-button"
                      title={t('import.toLine', { line: source })}
                      onClick={() => toLine(source)}
                    >
                      {source}
                    </button>
                  </td>
                  <td>{ne}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
