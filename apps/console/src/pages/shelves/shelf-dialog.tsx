import type { ShelfResource } from '@omc/api';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { toLocalInput } from '../../data/local-input.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';
import { MatchFields } from './match-fields.js';
import { lengths, type ShelfValues, shelfPatchOf, shelfPostOf } from './shelf-of.js';
import { useMatchWords } from './use-match-words.js';

interface ShelfDialogProps extends TaskEnds {
  /** The shelf to change; null adds one. */
  readonly shelf: ShelfResource | null;
  /** The NE that a new one is about. */
  readonly ne?: string;
}

const fields = ['reason'];
const HOUR_MS = 3_600_000;

/** Takes alarms out of sight for a while, or changes for how long. */
export default function ShelfDialog({ shelf, ne, onDone, onClose }: ShelfDialogProps): ReactNode {
  const { t } = useTranslation();
  const say = useMatchWords();
  const save = useChange(
    ['shelves', 'nes'],
    (values: ShelfValues) =>
      shelf
        ? request('PATCH /shelves/:id', {
            path: { id: shelf.id },
            body: shelfPatchOf(shelf, values, Date.now()),
          })
        : request('POST /shelves', { body: shelfPostOf(values, Date.now()) }),
    () => onDone(t(shelf ? 'shelves.changed' : 'shelves.added')),
  );
  return (
    <FormDialog<ShelfValues>
      title={t(shelf ? 'shelves.editTitle' : ne ? 'shelves.maintainTitle' : 'shelves.addTitle')}
      initial={shelf ? asItIs(shelf) : aNewOne(ne)}
      fields={fields}
      width={640}
      change={save}
      onClose={onClose}
    >
      {shelf ? <p className="form-hint">{say(shelf.match)}</p> : <MatchFields />}
      <TimeFields shelf={shelf} />
      <Form.Item
        name="reason"
        label={t('shelves.reason')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder={t('shelves.reasonHint')}
        />
      </Form.Item>
    </FormDialog>
  );
}

function aNewOne(ne: string | undefined): Partial<ShelfValues> {
  const now = Date.now();
  const from = toLocalInput(now + HOUR_MS);
  const until = toLocalInput(now + 2 * HOUR_MS);
  return { begins: 'now', from, length: 60, until, untilCleared: false, ...(ne && { ne }) };
}

function asItIs({ from, until, reason, untilCleared }: ShelfResource): Partial<ShelfValues> {
  const inputs = { from: toLocalInput(Date.parse(from)), until: toLocalInput(Date.parse(until)) };
  return { begins: 'later', length: 'same', reason, untilCleared, ...inputs };
}

function TimeFields({ shelf }: Pick<ShelfDialogProps, 'shelf'>): ReactNode {
  const { t } = useTranslation();
  const begins: unknown = Form.useWatch('begins');
  const length: unknown = Form.useWatch('length');
  const required = [{ required: true, message: t('form.required') }];
  const later = shelf ? shelf.state === 'planned' : begins === 'later';
  const choices = [
    ...(shelf ? [{ value: 'same' as const, label: t('shelves.same') }] : []),
    ...lengths.map((minutes) => ({ value: minutes, label: t(`shelfLength.${minutes}`) })),
    { value: 'until' as const, label: t('shelves.untilTime') },
  ];
  return (
    <div className="form-grid">
      {!shelf && (
        <Form.Item name="begins" label={t('shelves.begins')} className="form-half">
          <Select
            options={(['now', 'later'] as const).map((value) => ({ value, label: t(`shelves.${value}`) }))}
          />
        </Form.Item>
      )}
      {later && (
        <Form.Item name="from" label={t('shelves.from')} className="form-half" rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      )}
      <Form.Item name="length" label={t('shelves.length')} className="form-half">
        <Select options={choices} />
      </Form.Item>
      {length === 'until' && (
        <Form.Item name="until" label={t('shelves.until')} className="form-half" rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      )}
      {!shelf && (
        <Form.Item name="untilCleared" valuePropName="checked" className="form-wide">
          <Checkbox>{t('shelves.untilCleared')}</Checkbox>
        </Form.Item>
      )}
    </div>
  );
}
