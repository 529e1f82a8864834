import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';

/** The keys of the alarm list, by what they do. */
const keys = {
  move: ['j', 'k'],
  ends: ['Home', 'End'],
  fold: ['→', '←'],
  open: ['Enter'],
  pick: ['x'],
  acknowledge: ['a'],
  comment: ['c'],
  shelve: ['s'],
  search: ['/'],
  leave: ['Esc'],
  palette: ['Ctrl', 'K'],
  help: ['?'],
} as const;
const meanings = Object.keys(keys) as (keyof typeof keys)[];

/** Shows what the keys do. */
export default function KeyHelp({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="key-help">
        {meanings.map((meaning) => (
          <div key={meaning}>
            <dt>
              {keys[meaning].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-ends">
        <Button look="strong" onClick={onClose}>
          {t('keys.close')}
        </Button>
      </div>
    </Dialog>
  );
}
