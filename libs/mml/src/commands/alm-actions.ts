import { type AlarmActionName, type Bilingual, MAX_COMMENT } from '@omc/alarm';
import type { ActedAlarm } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import { defineCommand, type TableCommand } from '../table/command-spec.js';
import { failure, done as nothingToShow, type Outcome } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';
import { CONFIRM, confirmNote } from './confirm.js';
import { inChinese } from './refusals-in-chinese.js';
import { codes, reasonOf, refuse } from './refuse.js';

const ID = {
  name: 'ID',
  type: { kind: 'alarm' },
  most: 1000,
  required: true,
  help: { en: 'The alarms, by their IDs', zh: '告警流水号' },
} as const satisfies ParameterSpec;

const CMT = {
  name: 'CMT',
  type: { kind: 'string', max: MAX_COMMENT },
  help: { en: 'What there is to say', zh: '备注' },
} as const satisfies ParameterSpec;

const eachByItself = {
  en: 'Each alarm stands or falls by itself; where one failed, the RETCODE is that of the first, and the lines tell of all.',
  zh: '各告警单独处理；有失败时RETCODE为第一个失败的返回码，并逐行列出结果。',
};

/** Takes notice of alarms. */
export const ackAlm = actionCommand('ACK', 'acknowledge', { en: 'Acknowledge alarms', zh: '确认告警' });

/** Takes the notice back. */
export const uakAlm = actionCommand('UAK', 'unacknowledge', {
  en: 'Take an acknowledgement back',
  zh: '取消确认告警',
});

/** Clears alarms by hand. */
export const clrAlm = defineCommand(
  {
    verb: 'CLR',
    object: 'ALM',
    title: { en: 'Clear alarms by hand', zh: '手工恢复告警' },
    role: 'operator',
    parameters: [ID, CMT, CONFIRM],
    notes: [
      { en: 'The key stays quiet until its next ok.', zh: '在下一次正常上报之前不再产生该告警。' },
      eachByItself,
      confirmNote,
    ],
    example: 'CLR ALM: ID=01930000-0000-7000-8000-000000000001;',
    asksFirst: ({ parameters }) => {
      const count = parameters.find(({ name }) => name === 'ID')?.value.length ?? 0;
      if (count < 2) return undefined;
      return { en: `Clear ${count} alarms?`, zh: `恢复${count}条告警？` };
    },
  },
  async ({ ID: ids, CMT: comment }, { backend, user, language }) => {
    const result = await backend.actOnAlarms('clear', ids, comment, user);
    return result.ok ? outcomeOf(result.value, language) : refuse(result);
  },
);

/** Says something about alarms. */
export const cmtAlm = defineCommand(
  {
    verb: 'CMT',
    object: 'ALM',
    title: { en: 'Comment on alarms', zh: '备注告警' },
    role: 'operator',
    parameters: [ID, { ...CMT, required: true }],
    notes: [eachByItself],
    example: 'CMT ALM: ID=01930000-0000-7000-8000-000000000001, CMT="team is on site";',
  },
  async ({ ID: ids, CMT: comment }, { backend, user, language }) => {
    const result = await backend.actOnAlarms('comment', ids, comment, user);
    return result.ok ? outcomeOf(result.value, language) : refuse(result);
  },
);

function actionCommand(verb: string, action: AlarmActionName, title: Bilingual): TableCommand {
  return defineCommand(
    {
      ...{ verb, object: 'ALM', title, role: 'operator', notes: [eachByItself] },
      parameters: [ID, CMT],
      example: `${verb} ALM: ID=01930000-0000-7000-8000-000000000001;`,
    },
    async ({ ID: ids, CMT: comment }, { backend, user, language }) => {
      const result = await backend.actOnAlarms(action, ids, comment, user);
      return result.ok ? outcomeOf(result.value, language) : refuse(result);
    },
  );
}

function outcomeOf(results: readonly ActedAlarm[], language: MmlLanguage): Outcome {
  const failed = results.filter(({ refused }) => refused !== undefined);
  const [first] = failed;
  if (first?.refused === undefined) return nothingToShow;
  const said = (reason = '') => (language === 'en' ? reason : inChinese(reason));
  const done = { en: 'done', zh: '成功' }[language];
  const lines = results.map(({ id, reason }) => `${id}  ${reason === undefined ? done : said(reason)}`);
  const { en, zh } = reasonOf('ID', first.reason ?? 'cannot be done');
  if (results.length === 1) return failure(codes[first.refused], { en, zh });
  const [all, wrong] = [results.length, failed.length];
  return failure(
    codes[first.refused],
    { en: `${en} (${wrong} of ${all} failed)`, zh: `${zh} (${all}条中${wrong}条失败)` },
    lines,
  );
}
