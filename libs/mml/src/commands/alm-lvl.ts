import { severities } from '@omc/alarm';
import { lower, upper } from '../letter-case.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { refuse } from './refuse.js';
import { AID } from './scope-parameters.js';

/** Sets the severity of an alarm type. */
export const setAlmLvl = defineCommand(
  {
    verb: 'SET',
    object: 'ALMLVL',
    title: { en: 'Set the severity of an alarm type', zh: '设置告警级别' },
    role: 'engineer',
    wholeNetwork: true,
    parameters: [
      { ...AID, required: true },
      {
        name: 'ALVL',
        type: { kind: 'enum', values: severities.map(upper) },
        required: true,
        help: { en: 'Severity of alarms of this type', zh: '该类型告警的级别' },
      },
    ],
    notes: [
      {
        en: 'It holds for alarms that are raised from now on, whatever severity their reports name; active alarms keep theirs.',
        zh: '对此后产生的告警有效，不论上报的级别；活动告警的级别不变。',
      },
    ],
    example: 'SET ALMLVL: AID=29240, ALVL=CRITICAL;',
  },
  async ({ AID: alarmId, ALVL }, { backend, user }) => {
    const result = await backend.setSeverity(alarmId, lower(ALVL), user);
    return result.ok ? done : refuse(result);
  },
);
