import { defineCommand } from '../table/command-spec.js';
import { failure } from '../table/outcome.js';
import { alarmParameters, alarmsNamed } from './alarm-parameters.js';

const elsewhere = failure('notAllowed', {
  en: 'alarms are reported in a session that lasts: over TCP, or in omc-mml at its prompt',
  zh: '告警只能在持续的会话中上报: TCP会话，或omc-mml的交互会话',
});

/** Has alarms reported in this session as they are raised and cleared. */
export const strAlmRpt = defineCommand(
  {
    verb: 'STR',
    object: 'ALMRPT',
    title: { en: 'Report alarms in this session as they come and go', zh: '启动告警实时上报' },
    role: 'viewer',
    parameters: alarmParameters,
    notes: [
      {
        en: 'A report stands between those of commands; its second line begins with ALARM. Given again, it takes the place of the one before.',
        zh: '告警报告出现在命令报告之间，第二行以ALARM开头。再次执行时取代之前的条件。',
      },
      { en: 'What a shelf hides is not reported.', zh: '被搁置的告警不上报。' },
      {
        en: 'A client that is too slow is told how many were left out.',
        zh: '客户端过慢时会提示略去的条数。',
      },
    ],
    example: 'STR ALMRPT: ALVL=CRITICAL&MAJOR;',
  },
  (args, { terminal }) =>
    terminal?.reportAlarms({ state: 'all', shelved: false, ...alarmsNamed(args) }) ??
    Promise.resolve(elsewhere),
);

/** Has no alarms reported any more. */
export const stpAlmRpt = defineCommand(
  {
    verb: 'STP',
    object: 'ALMRPT',
    title: { en: 'Report no more alarms in this session', zh: '停止告警实时上报' },
    role: 'viewer',
    parameters: [],
    example: 'STP ALMRPT:;',
  },
  (_, { terminal }) => terminal?.reportNoAlarms() ?? Promise.resolve(elsewhere),
);
