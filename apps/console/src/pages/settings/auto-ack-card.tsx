import type { AutoAckSettings, UserRole } from '@omc/api';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { SeverityMark } from '../../components/severity-mark.js';
import { useTroubleText } from '../../components/use-trouble-text.js';
import { request } from '../../data/request.js';
import { mayEngineer } from '../../data/rights.js';
import { type Severity, severities } from '../../data/severity.js';
import { useChange } from '../../data/use-change.js';

const ways = ['never', 'cleared', 'raised'] as const;
type Way = (typeof ways)[number];

/** When alarms are acknowledged by themselves: set for all who use this OMC. */
export function AutoAckCard({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  const held = useQuery({
    queryKey: ['auto-ack'],
    queryFn: ({ signal }) => request('GET /settings/auto-ack', { signal }),
  });
  const trouble = useTroubleText(held.error);
  return (
    <section className="card" aria-label={t('autoAck.title')}>
      <h2>{t('autoAck.title')}</h2>
      <p className="form-hint">{t('autoAck.intro')}</p>
      {trouble && <p className="form-trouble">{trouble}</p>}
      {held.data && <AutoAckForm held={held.data} may={mayEngineer(role)} />}
    </section>
  );
}

function AutoAckForm({ held, may }: { held: AutoAckSettings; may: boolean }): ReactNode {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<AutoAckSettings['bySeverity']>({});
  const save = useChange(
    'auto-ack',
    (bySeverity: AutoAckSettings['bySeverity']) =>
      request('PUT /settings/auto-ack', { body: { bySeverity } }),
    () => setChanged({}),
  );
  const trouble = useTroubleText(save.error);
  const wanted = { ...held.bySeverity, ...changed };
  const set = (severity: Severity, way: Way) => setChanged({ ...changed, [severity]: way });
  return (
    <form
      className="switches"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wanted);
      }}
    >
      {severities.map((severity) => (
        <div key={severity}>
          <SeverityMark mark={severity} />
          <select
            className="field"
            aria-label={`${t('autoAck.title')}: ${t(`severity.${severity}`)}`}
            disabled={!may}
            value={wanted[severity] ?? 'never'}
            onChange={({ target }) => set(severity, ways.find((way) => way === target.value) ?? 'never')}
          >
            {ways.map((way) => (
              <option key={way} value={way}>
                {t(`autoAck.${way}`)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div>
        <Button
          type="submit"
          look="strong"
          disabled={!may || save.isPending}
          title={may ? undefined : t('right.engineer')}
        >
          {t('form.save')}
        </Button>
        <output className="said">{save.isSuccess && t('autoAck.saved')}</output>
      </div>
      {!may && <p className="form-hint">{t('right.engineer')}</p>}
      {trouble && <p className="form-trouble">{trouble}</p>}
    </form>
  );
}
