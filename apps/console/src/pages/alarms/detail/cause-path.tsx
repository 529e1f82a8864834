import { ArrowDownOutlined } from '@ant-design/icons';
import type { AlarmResource, Explanation } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmLink } from '../../../components/alarm-link.js';
import { placeOf } from './place-of.js';

type Step = Explanation['path'][number];

interface CausePathProps {
  /** From the object of the alarm to its first root. */
  readonly path: readonly Step[];
  readonly roots: readonly AlarmResource[];
  readonly alarm: AlarmResource;
}

/** The way by which a fault came to an alarm, step by step downwards: the root above, the alarm below. */
export function CausePath({ path, roots, alarm }: CausePathProps): ReactNode {
  const { t } = useTranslation();
  const steps = [...path].reverse();
  return (
    <ol className="cause-path" aria-label={t('detail.path')} data-testid="cause-path">
      {steps.map((step) => (
        <li key={`${step.ne}//${step.object} ${step.because} ${step.alarm ?? ''}`}>
          <span className={`path-state path-${step.state}`} aria-hidden="true" />
          <div>
            <b>{placeOf(step, alarm.ne)}</b> <span className="path-word">{t(`pathState.${step.state}`)}</span>
            <Because step={step} alarms={[...roots, alarm]} ne={step.ne} />
          </div>
        </li>
      ))}
      <li className="path-end">
        <ArrowDownOutlined className="path-arrow" aria-hidden="true" />
        <div>
          <AlarmLink alarm={alarm} /> <span className="path-word">{t('detail.thisAlarm')}</span>
        </div>
      </li>
    </ol>
  );
}

interface BecauseProps {
  readonly step: Step;
  readonly alarms: readonly AlarmResource[];
  readonly ne: string;
}

function Because({ step, alarms, ne }: BecauseProps): ReactNode {
  const { t } = useTranslation();
  const named = alarms.find(({ id }) => id === step.alarm);
  if (step.because !== 'group')
    return (
      <div className="path-because">
        {t(`because.${step.because}`)} {named && <AlarmLink alarm={named} />}
      </div>
    );
  const members = (step.group ?? []).map((name) => placeOf(splitName(name), ne));
  return (
    <div className="path-because">
      {t(`because.${members.length > 1 ? 'members' : 'member'}`, { members: members.join(' / ') })}
    </div>
  );
}

/** `NE//object` in its two parts. */
function splitName(name: string): { ne: string; object: string } {
  const [ne = '', object = ''] = name.split('//');
  return { ne, object };
}
