import { ExperimentOutlined, PlusOutlined } from '@ant-design/icons';
import type { UnmappedTrapResource, Whoami } from '@omc/api';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { DetailPane } from '../../components/detail-pane.js';
import { PageLink } from '../../components/page-link.js';
import { useTroubleText } from '../../components/use-trouble-text.js';
import { request } from '../../data/request.js';
import { mayEngineer } from '../../data/rights.js';
import type { TrapTask } from './trap-task.js';

interface TrapDetailProps {
  readonly trap: UnmappedTrapResource;
  readonly session: Whoami;
  readonly setTask: (task: TrapTask) => void;
  readonly onClose: () => void;
}

/** A kind of notification that nothing maps: what the last of them held, a rule that would suit it, and a try. */
export function TrapDetail({ trap, session, setTask, onClose }: TrapDetailProps): ReactNode {
  const { t } = useTranslation();
  const may = mayEngineer(session.role);
  return (
    <DetailPane
      label={t('traps.detail')}
      testId="trap-detail"
      title={trap.name ?? trap.notification}
      about={trap.source}
      onClose={onClose}
    >
      <p className="detail-text">{[trap.reason, trap.detail].filter(Boolean).join(': ')}</p>
      <div className="actions-buttons trap-actions">
        <Button
          look="strong"
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={!may}
          title={may ? undefined : t('right.engineer')}
          onClick={() => setTask({ kind: 'add-rule', trap })}
        >
          {t('traps.makeRule')}
        </Button>
        <PageLink className="button" to={{ page: 'ledger', find: trap.source, at: null }}>
          {t('traps.toLedger')}
        </PageLink>
      </div>
      <Try trap={trap} />
      <h3>{t('traps.varbinds')}</h3>
      <table className="plain-table trap-varbinds">
        <tbody>
          {trap.varbinds.map(({ oid, name, value }) => (
            <tr key={oid}>
              <th scope="row" title={oid}>
                {name ?? oid}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('traps.suggestion')}</h3>
      <pre className="trap-suggestion">{JSON.stringify(trap.suggestion, null, 2)}</pre>
    </DetailPane>
  );
}

/** What would become of it now, by the rules as they are. */
function Try({ trap }: { trap: UnmappedTrapResource }): ReactNode {
  const { t } = useTranslation();
  const { notification, source } = trap;
  const run = useMutation({
    mutationFn: () => {
      const varbinds = trap.varbinds.map(({ oid, value }) => ({ oid, value }));
      return request('POST /traps/dry-run', { body: { notification, varbinds, source } });
    },
  });
  const trouble = useTroubleText(run.error);
  const { data } = run;
  return (
    <>
      <Button
        icon={<ExperimentOutlined aria-hidden="true" />}
        disabled={run.isPending}
        onClick={() => run.mutate()}
      >
        {t('traps.try')}
      </Button>
      {trouble && <p className="form-trouble">{trouble}</p>}
      {data && (
        <output className="detail-note">
          {t(`trapLeads.${data.leads}`, { rule: data.rule ?? '' })}{' '}
          {data.report
            ? `${data.report.ne} ${data.report.object} ${data.report.alarmId} ${data.report.state}`
            : [data.reason, data.detail].filter(Boolean).join(': ')}
        </output>
      )}
    </>
  );
}
