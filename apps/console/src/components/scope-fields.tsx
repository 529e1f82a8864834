import type { Whoami } from '@omc/api';
import { Form, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeIds } from '../data/queries.js';

/** A scope as a form has it. */
export interface ScopeValues {
  readonly sees: 'all' | 'some';
  readonly nes?: string[];
  readonly subnets?: string[];
}

/** What a form shows of a scope. */
export function scopeValues(scope: Whoami['scope']): ScopeValues {
  return scope ? { sees: 'some', nes: scope.nes, subnets: scope.subnets } : { sees: 'all' };
}

/** The scope that a form says; null: all NEs. */
export function scopeIn({ sees, nes = [], subnets = [] }: ScopeValues): Whoami['scope'] {
  return sees === 'all' ? null : { nes, subnets };
}

/** Which NEs: all, or some by themselves and by subnet. */
export function ScopeFields(): ReactNode {
  const { t } = useTranslation();
  const some = Form.useWatch('sees') === 'some';
  const { data: ids = [] } = useNeIds(some);
  return (
    <>
      <Form.Item name="sees" label={t('users.scope')}>
        <Radio.Group
          options={(['all', 'some'] as const).map((value) => ({ value, label: t(`scopeSees.${value}`) }))}
        />
      </Form.Item>
      {some && (
        <>
          <Form.Item name="subnets" label={t('users.subnets')}>
            <Select mode="tags" tokenSeparators={[',', ' ']} placeholder="Subnet=1" />
          </Form.Item>
          <Form.Item name="nes" label={t('nav.nes')}>
            <Select mode="tags" tokenSeparators={[',', ' ']} options={ids.map((value) => ({ value }))} />
          </Form.Item>
        </>
      )}
    </>
  );
}
