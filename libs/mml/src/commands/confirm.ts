import type { ParameterSpec } from '../table/parameter.js';

/** Confirms a command that does much at once. */
export const CONFIRM = {
  name: 'CONFIRM',
  type: { kind: 'enum', values: ['Y', 'N'] },
  help: {
    en: 'Y: it is meant. omc-mml asks at its prompt, and needs it in scripts',
    zh: 'Y: 确认执行。omc-mml交互时会询问，脚本中必须指定',
  },
} as const satisfies ParameterSpec;

/** Said in the help of such commands. */
export const confirmNote = {
  en: 'A program that sends the command over TCP or POST /mml is taken at its word; CONFIRM=N is refused with RETCODE 6.',
  zh: '程序通过TCP或POST /mml发送的命令直接执行；CONFIRM=N 时拒绝执行 (RETCODE 6)。',
};
