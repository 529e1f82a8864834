import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fact } from './fact.js';

/** The further facts that the device sent, under its own names. */
export function InfoMembers({ info }: Pick<AlarmResource, 'info'>): ReactNode {
  const { t } = useTranslation();
  const members = Object.entries(info);
  if (members.length === 0) return null;
  return (
    <section>
      <h3>{t('detail.info')}</h3>
      <dl className="facts">
        {members.map(([name, value]) => (
          <Fact key={name} name={name}>
            <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
          </Fact>
        ))}
      </dl>
    </section>
  );
}
