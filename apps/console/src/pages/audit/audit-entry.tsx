import type { AuditResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { DetailPane } from '../../components/detail-pane.js';
import { auditMembers } from '../../data/audit-queries.js';
import { differencesOf } from '../../data/differences.js';
import { formatWithOffset } from '../../data/instants.js';
import { setOwn } from '../../data/use-own.js';

/** One entry of the audit log: who did what, and what was changed, member by member. */
export function AuditEntry({ entry, onClose }: { entry: AuditResource; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const differences = differencesOf(entry.before, entry.after);
  return (
    <DetailPane
      label={t('audit.entry')}
      testId="audit-entry"
      title={entry.action}
      about={entry.target}
      onClose={onClose}
    >
      <p className="detail-text">
        {t('audit.byFrom', { user: entry.user, from: entry.from || '–', via: t(`wayIn.${entry.via}`) })}
      </p>
      <p className="detail-note">{formatWithOffset(Date.parse(entry.at))}</p>
      <Only entry={entry} />
      <h3>{t('audit.change')}</h3>
      {differences.length === 0 && <p className="detail-note">{t('audit.noChange')}</p>}
      {differences.length > 0 && (
        <table className="plain-table audit-changes">
          <thead>
            <tr>
              <th scope="col">{t('audit.member')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{path || '–'}</th>
                <td>{before === undefined ? '–' : <del>{before}</del>}</td>
                <td>{after === undefined ? '–' : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </DetailPane>
  );
}

/** Narrows the log to entries that are like this one. */
function Only({ entry }: { entry: AuditResource }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="actions-buttons">
      {auditMembers
        .filter((name) => entry[name] !== '')
        .map((name) => (
          <Button key={name} onClick={() => setOwn({ [name]: entry[name] })}>
            {t('audit.only', { name: t(`audit.${name}`) })}
          </Button>
        ))}
    </div>
  );
}
