import { DownloadOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportPath, useExport } from '../data/use-export.js';
import { Button } from './button.js';
import { DropPanel } from './drop-panel.js';
import { useTroubleText } from './use-trouble-text.js';

interface ExportMenuProps {
  readonly path: ExportPath;
  /** Which records: what is on screen, to its end. Asked when the export begins. */
  readonly query: () => Readonly<Record<string, string | undefined>>;
}

const KIB = 2 ** 10;
const MIB = 2 ** 20;

function sizeOf(bytes: number, language: string): string {
  const [unit, name] = bytes < MIB ? [KIB, 'KiB'] : [MIB, 'MiB'];
  return `${(bytes / unit).toLocaleString(language, { maximumFractionDigits: 1 })} ${name}`;
}

/** Everything that matches as a file, CSV or JSON, with how far it has come. */
export function ExportMenu({ path, query }: ExportMenuProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { run, progress, stop } = useExport(path);
  const trouble = useTroubleText(run.error);
  const face = (
    <>
      <DownloadOutlined aria-hidden="true" /> <span>{t('export.open')}</span>
    </>
  );
  const size = sizeOf(progress?.bytes ?? 0, i18n.language);
  return (
    <DropPanel face={face} label={t('export.open')}>
      <p className="form-hint export-hint">{t('export.hint')}</p>
      <div className="actions-buttons">
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            disabled={run.isPending}
            onClick={() => run.mutate({ format, query: query() })}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {run.isPending && <Button onClick={stop}>{t('export.stop')}</Button>}
      </div>
      {run.isPending && <progress aria-label={t('export.progress')} />}
      <output data-testid="export-progress">
        {progress &&
          !trouble &&
          t(run.isSuccess ? 'export.done' : 'export.soFar', { count: progress.records, size })}
      </output>
      {trouble && <p className="form-trouble">{trouble}</p>}
    </DropPanel>
  );
}
