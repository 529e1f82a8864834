import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { everythingActive } from '../data/alarm-view.js';
import { markOf } from '../data/severity.js';
import { useLanguage } from '../i18n/use-language.js';
import { PageLink } from './page-link.js';
import { SeverityMark } from './severity-mark.js';

interface AlarmLinkProps {
  readonly alarm: AlarmResource;
  /** Whether it leads from another page to the list. */
  readonly page?: boolean;
}

/** An alarm by severity, name and place, as a link to its details. */
export function AlarmLink({ alarm, page = false }: AlarmLinkProps): ReactNode {
  const language = useLanguage();
  return (
    <PageLink
      className="alarm-link"
      to={{ alarm: alarm.id, ...(page && { page: 'alarms', at: null, view: everythingActive }) }}
    >
      <SeverityMark mark={markOf(alarm)} brief />
      <span>
        <b>{alarm.name[language]}</b>{' '}
        <small>
          {alarm.ne} {alarm.object}
        </small>
      </span>
    </PageLink>
  );
}
