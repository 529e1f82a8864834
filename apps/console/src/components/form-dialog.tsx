import { Alert, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestProblem } from '../data/request-errors.js';
import type { Change } from '../data/use-change.js';
import { Modal } from './modal.js';
import { useTroubleText } from './use-trouble-text.js';

interface FormDialogProps<Values extends object> {
  readonly title: string;
  readonly initial: Partial<Values>;
  /** The fields of the form: reasons of the OMC that name one of them are shown there. */
  readonly fields: readonly string[];
  /** What is done with what was filled in. */
  readonly change: Change<Values>;
  readonly onClose: () => void;
  /** Pixels; what a form needs by itself unless given. */
  readonly width?: number;
  readonly children: ReactNode;
}

const DIALOG_WIDTH = 520;

/** A form in a dialog; what the OMC refuses is said at the field that it names. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { change } = props;
  const trouble = useTroubleText(change.error);
  const placed = usePlacedReasons(form, props.fields, change.error);
  return (
    <Modal
      title={props.title}
      width={props.width ?? DIALOG_WIDTH}
      okText={t('form.save')}
      cancelText={t('form.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => {
          if (!change.isPending) change.mutate(values);
        }}
      >
        {props.children}
        <button type="submit" hidden />
      </Form>
      {trouble && !placed && <Alert type="error" showIcon title={trouble} role="alert" />}
    </Modal>
  );
}

/** Puts the reasons of a refusal at their fields; false where one has no field here. */
function usePlacedReasons<Values>(
  form: FormInstance<Values>,
  fields: readonly string[],
  error: unknown,
): boolean {
  const errors = error instanceof RequestProblem ? (error.problem.errors ?? []) : [];
  useEffect(() => {
    const reasons = error instanceof RequestProblem ? (error.problem.errors ?? []) : [];
    const placed = reasons.filter(({ field }) => fields.includes(field));
    for (const { field, reason } of placed) form.setFields([{ name: field as never, errors: [reason] }]);
    const [first] = placed;
    if (first) form.focusField(first.field);
  }, [form, fields, error]);
  return errors.length > 0 && errors.every(({ field }) => fields.includes(field));
}
