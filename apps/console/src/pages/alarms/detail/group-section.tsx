import type { AlarmResource } from '@omc/api';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmLink } from '../../../components/alarm-link.js';
import { Button } from '../../../components/button.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { useExplanation, useGroup } from '../../../data/queries.js';
import { markOf } from '../../../data/severity.js';
import { useLanguage } from '../../../i18n/use-language.js';

/** How many are listed at first, and how many at most: a page of the list. */
const FIRST = 10;
const MOST = 1000;
/** Counts the alarms of one type; those are its members and keep their own parts. */
const MANY_OF_ONE_TYPE = 90001;

/** What is folded under an alarm: its symptoms, or the alarms of one type that it counts. */
export function GroupSection({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [limit, setLimit] = useState(FIRST);
  const symptoms = useExplanation(alarm.id).data?.symptoms.length ?? 0;
  const hasMembers = alarm.alarmId === MANY_OF_ONE_TYPE && alarm.state === 'active';
  const { data: group } = useGroup(alarm.id, limit, symptoms > 0 || hasMembers);
  const count = hasMembers ? membersOf(alarm) : symptoms;
  if (!group || group.length === 0 || (symptoms === 0 && !hasMembers)) return null;
  return (
    <section data-testid="group">
      <h3>
        {t(hasMembers ? 'detail.members' : 'detail.symptoms', { count: Math.max(count, group.length) })}
      </h3>
      <p className="tree-root">
        <SeverityMark mark={markOf(alarm)} brief /> <b>{alarm.name[language]}</b>{' '}
        <small>{t('detail.thisAlarm')}</small>
      </p>
      <ul className="alarm-links tree">
        {group.map((member) => (
          <li key={member.id}>
            <AlarmLink alarm={member} />
          </li>
        ))}
      </ul>
      {limit < MOST && group.length < count && (
        <Button look="quiet" onClick={() => setLimit(MOST)}>
          {t('detail.showAll', { count: Math.min(count, MOST) })}
        </Button>
      )}
      {limit === MOST && group.length < count && <p className="detail-note">{t('detail.cutOff')}</p>}
    </section>
  );
}

function membersOf({ info }: AlarmResource): number {
  const { members } = info;
  return typeof members === 'number' ? members : 0;
}
