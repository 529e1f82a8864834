import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { AuditResource, Whoami } from '@omc/api';
import { Fragment, type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../components/export-menu.js';
import { NeedsRight } from '../../components/needs-right.js';
import { Notice } from '../../components/notice.js';
import { ResetButton } from '../../components/reset-button.js';
import { SettledField } from '../../components/settled-field.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { TimeRangeField } from '../../components/time-range-field.js';
import { auditMembers, auditSelection, useAudit } from '../../data/audit-queries.js';
import { mayAdminister } from '../../data/rights.js';
import { setOwn } from '../../data/use-own.js';
import { useUrlState } from '../../data/use-url-state.js';
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
  const [opened, setOpened] = useState<number | null>(null);
  const columns = useMemo(() => auditColumns(t), [t]);
  const entry = entries?.find(({ id }) => id === opened);
  return (
    <TablePage
      title={t('audit.title')}
      count={(count, cut) => t(cut ? 'history.firstOf' : 'audit.count', { count })}
      actions={<ExportMenu path="/audit/export" query={() => auditSelection(own, Date.now())} />}
    >
      <Filters own={own} entries={entries ?? []} />
      <TablePanel
        name="audit"
        label={t('audit.title')}
        query={found}
        more={found}
        rows={entries}
        rowId={idOf}
        columns={columns}
        onOpen={({ id }) => setOpened(id)}
        failed={t('audit.failed')}
        noMatch={t('audit.noMatch')}
        empty={
          <Notice
            icon={<SafetyCertificateOutlined />}
            title={t('audit.noMatch')}
            hint={t('audit.noMatchHint')}
          />
        }
        detail={entry && <AuditEntry entry={entry} onClose={() => setOpened(null)} />}
      />
    </TablePage>
  );
}

interface FiltersProps {
  readonly own: Readonly<Record<string, string>>;
  /** What was read: their users, actions and targets are offered, since these are compared whole. */
  readonly entries: readonly AuditResource[];
}

function Filters({ own, entries }: FiltersProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <search className="page-filters" aria-label={t('audit.which')}>
      <TimeRangeField />
      {auditMembers.map((name) => (
        <Fragment key={name}>
          <SettledField
            label={t(`audit.${name}`)}
            list={id + name}
            value={own[name] ?? ''}
            maxLength={name === 'target' ? 400 : 64}
            onSettle={(text) => setOwn({ [name]: text })}
          />
          <datalist id={id + name}>
            {[...new Set(entries.map((entry) => entry[name]))].sort().map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </Fragment>
      ))}
      <ResetButton />
    </search>
  );
}
