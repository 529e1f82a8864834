import { CloseCircleOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { AuditResource, Whoami } from '@omc/api';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ExportMenu } from '../../components/export-menu.js';
import { MoreRows } from '../../components/more-rows.js';
import { NeedsRight } from '../../components/needs-right.js';
import { Notice } from '../../components/notice.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { SettledField } from '../../components/settled-field.js';
import { TimeRangeField } from '../../components/time-range-field.js';
import { auditMembers, auditSelection, useAudit } from '../../data/audit-queries.js';
import { mayAdminister } from '../../data/rights.js';
import { setOwn } from '../../data/use-own.js';
import { navigate, useUrlState } from '../../data/use-url-state.js';
import { auditColumns } from './audit-columns.js';
import { AuditEntry } from './audit-entry.js';
import './audit.css';

const idOf = ({ id }: AuditResource) => String(id);

/** Who did what, from where; with what was there before and after. */
export default function AuditPage({ session }: { session: Whoami }): ReactNode {
  return mayAdminister(session) ? <AuditLog /> : <NeedsRight right="admin" />;
}

function AuditLog(): ReactNode {
  const { t } = useTranslation();
  const { own } = useUrlState();
  const { found, entries } = useAudit(own, true);
  const [shown, setShown] = useState(0);
  const [opened, setOpened] = useState<number | null>(null);
  const columns = useMemo(() => auditColumns(t), [t]);
  const entry = entries?.find(({ id }) => id === opened);
  const open = ({ id }: AuditResource) => setOpened(id);
  return (
    <div className="page">
      <div className="page-bar">
        <h1>{t('audit.title')}</h1>
        <span className="header-gap" />
        <span className="shown-count">
          {t(found.hasNextPage ? 'history.firstOf' : 'audit.count', { count: shown })}
        </span>
        <ExportMenu path="/audit/export" query={() => auditSelection(own, Date.now())} />
      </div>
      <Filters own={own} />
      <div className="alarms-panes">
        <section className="list-area list-column" aria-label={t('audit.title')}>
          <ResourceTable
            name="audit"
            rows={entries}
            rowId={idOf}
            columns={columns}
            search=""
            onShown={setShown}
            onEnter={open}
            onClick={open}
            onEnd={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
          />
          <MoreRows query={found} />
          <ResourceNotice
            query={found}
            count={entries?.length}
            shown={shown}
            failed={t('audit.failed')}
            noMatch={t('audit.noMatch')}
            empty={
              <Notice
                icon={<SafetyCertificateOutlined />}
                title={t('audit.noMatch')}
                hint={t('audit.noMatchHint')}
              />
            }
          />
        </section>
        {entry && <AuditEntry entry={entry} onClose={() => setOpened(null)} />}
      </div>
    </div>
  );
}

function Filters({ own }: { own: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useTranslation();
  return (
    <search className="page-filters" aria-label={t('audit.which')}>
      <TimeRangeField />
      {auditMembers.map((name) => (
        <SettledField
          key={name}
          label={t(`audit.${name}`)}
          value={own[name] ?? ''}
          maxLength={name === 'target' ? 400 : 64}
          onSettle={(text) => setOwn({ [name]: text })}
        />
      ))}
      {Object.keys(own).length > 0 && (
        <Button
          look="quiet"
          icon={<CloseCircleOutlined aria-hidden="true" />}
          onClick={() => navigate({ own: {} })}
        >
          {t('alarms.reset')}
        </Button>
      )}
    </search>
  );
}
