import { type MmlLanguage, mmlLanguages } from '../language.js';
import { lower, upper } from '../letter-case.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';

const names: readonly Uppercase<MmlLanguage>[] = mmlLanguages.map(upper);

/** Chooses the language of reports. */
export const setLang = defineCommand(
  {
    verb: 'SET',
    object: 'LANG',
    title: { en: 'Choose the language of reports', zh: '设置报告语言' },
    role: 'viewer',
    parameters: [
      {
        name: 'LANG',
        type: { kind: 'enum', values: names },
        required: true,
        help: { en: 'English or Chinese', zh: '英文或中文' },
      },
    ],
    notes: [
      {
        en: 'It holds for the session; over POST /mml for the rest of the text.',
        zh: '在本会话内有效；用POST /mml时对其后的命令有效。',
      },
    ],
    example: 'SET LANG: LANG=ZH;',
  },
  ({ LANG }, { setLanguage }) => {
    setLanguage(lower(LANG as Uppercase<MmlLanguage>));
    return Promise.resolve(done);
  },
);
