import type { MmlLanguage } from '@omc/mml';

/** Everything that the program itself says, in both languages. What differs stands in braces. */
export const texts = {
  // The command line.
  purpose: {
    en: 'Runs MML commands on the OMC and prints their reports.',
    zh: '在OMC上执行MML命令并打印报告。',
  },
  fileArgument: {
    en: 'a script of MML commands; - is standard input',
    zh: 'MML命令脚本；- 表示标准输入',
  },
  executeOption: { en: 'run these commands (repeatable)', zh: '执行这些命令（可重复）' },
  jsonOption: {
    en: 'print one JSON object {"retcode","rows"} a line instead of reports, with a "reason" where the RETCODE is not 0',
    zh: '每行打印一个JSON对象{"retcode","rows"}，不打印报告；RETCODE不为0时另有"reason"',
  },
  watchOption: {
    en: 'show the active alarms, or what -e lists, drawn anew as they change; q ends',
    zh: '显示活动告警或 -e 所列内容，随变化刷新；按q退出',
  },
  noPagerOption: {
    en: 'do not show long reports at the prompt in a pager',
    zh: '交互时不用分页程序显示长报告',
  },
  credentialsOption: {
    en: 'sign in with the user:password in this file (mode 0600)',
    zh: '用此文件中的 用户名:口令 登录（权限0600）',
  },
  langOption: {
    en: 'language of messages and reports, en or zh; else that of LC_ALL, LC_MESSAGES or LANG',
    zh: '消息和报告的语言，en或zh；缺省取自LC_ALL、LC_MESSAGES或LANG',
  },
  versionOption: { en: 'show the version', zh: '显示版本' },
  helpOption: { en: 'show this help', zh: '显示本帮助' },
  usage: { en: '[options] [file]', zh: '[选项] [文件]' },
  usageHeading: { en: 'Usage:', zh: '用法:' },
  argumentsHeading: { en: 'Arguments:', zh: '参数:' },
  optionsHeading: { en: 'Options:', zh: '选项:' },
  unknownOption: { en: 'there is no option {what}', zh: '没有选项 {what}' },
  optionNeedsValue: { en: 'option {what} needs a value', zh: '选项 {what} 需要取值' },
  tooManyArguments: { en: 'give one FILE at most', zh: '最多指定一个文件' },
  wrongCall: { en: 'wrong usage: {what}', zh: '用法错误: {what}' },
  seeHelp: { en: '{what}; --help tells how it is called', zh: '{what}；用法见 --help' },
  wrongLang: { en: '--lang must be en or zh; it is {given}', zh: '--lang 必须为en或zh；输入值为 {given}' },
  eitherExecuteOrFile: {
    en: 'give commands with -e or in a FILE, not both',
    zh: '命令用 -e 或文件给出，不能同时使用',
  },
  watchNeedsTerminal: { en: '--watch needs a terminal', zh: '--watch 需要终端' },
  watchTakesOneList: {
    en: '--watch takes one command that lists or shows: LST or DSP',
    zh: '--watch 只接受一条查询命令: LST或DSP',
  },
  commandsUnreadable: { en: 'cannot read the commands: {reason}', zh: '无法读取命令: {reason}' },
  // Where the OMC is, and who signs in.
  wrongPort: {
    en: 'OMC_PORT must be an integer from 1 to 65535; it is {given}',
    zh: 'OMC_PORT 必须为1到65535的整数；当前为 {given}',
  },
  caUnreadable: { en: 'OMC_CA cannot be read: {reason}', zh: '无法读取 OMC_CA: {reason}' },
  wrongMode: {
    en: '{file} must have mode 0600, it has {mode}: chmod 600 {file}',
    zh: '{file} 的权限必须为0600，当前为{mode}: chmod 600 {file}',
  },
  credentialsUnreadable: {
    en: 'cannot read the credentials file: {reason}',
    zh: '无法读取凭据文件: {reason}',
  },
  credentialsForm: {
    en: '{file} must hold one line user:password',
    zh: '{file} 必须含一行 用户名:口令',
  },
  otherUser: {
    en: '{file} holds the password of {user}, OMC_USER is {wanted}',
    zh: '{file} 中是用户 {user} 的口令，而 OMC_USER 为 {wanted}',
  },
  passwordOf: { en: 'Password of {user}: ', zh: '{user} 的口令: ' },
  noPassword: {
    en: 'no password: {reason}; set OMC_PASSWORD or OMC_ADMIN_PASSWORD, or write user:password into a file of mode 0600 and name it with --credentials',
    zh: '没有口令: {reason}；请设置 OMC_PASSWORD 或 OMC_ADMIN_PASSWORD，或将 用户名:口令 写入权限0600的文件并用 --credentials 指定',
  },
  cannotSignInAt: {
    en: 'cannot sign in to the OMC at {where}: {reason}',
    zh: '无法登录OMC {where}: {reason}',
  },
  // The exchange with the OMC.
  cannotReach: { en: 'cannot reach the OMC at {where}: {reason}', zh: '无法连接OMC {where}: {reason}' },
  cannotSignIn: {
    en: 'cannot sign in to the OMC at {where} as {user}: {reason}',
    zh: '无法以用户 {user} 登录OMC {where}: {reason}',
  },
  lost: { en: 'lost the OMC at {where}: {reason}', zh: '与OMC {where} 的连接中断: {reason}' },
  sessionEnded: {
    en: 'the session with {where} has ended: {reason}',
    zh: '与OMC {where} 的会话已结束: {reason}',
  },
  refused: { en: 'the OMC at {where} refused: {reason}', zh: 'OMC {where} 拒绝: {reason}' },
  couldNotSignOut: { en: 'could not sign out: {reason}', zh: '无法退出登录: {reason}' },
  wrongPassword: { en: 'wrong user or password', zh: '用户名或口令错误' },
  unexpectedAnswer: { en: 'unexpected answer with status {status}', zh: '意外的应答，状态码 {status}' },
  notJson: { en: 'the answer is not JSON; is this the OMC?', zh: '应答不是JSON；对方是OMC吗？' },
  connectionRefused: { en: 'connection refused', zh: '连接被拒绝' },
  noSuchHost: { en: 'no such host', zh: '没有此主机' },
  nameNotFound: { en: 'the name cannot be looked up', zh: '无法解析主机名' },
  maybeHttps: {
    en: '; where it speaks HTTPS, OMC_CA names who vouches for it',
    zh: '；若对方使用HTTPS，请用 OMC_CA 指定其证书颁发者',
  },
  brokenOff: { en: 'connection broken off', zh: '连接被断开' },
  noRoute: { en: 'no route to the host', zh: '主机不可达' },
  noAnswer: { en: 'no answer', zh: '无应答' },
  noSuchFile: { en: 'no such file', zh: '没有此文件' },
  mayNotRead: { en: 'no permission to read it', zh: '没有读取权限' },
  isFolder: { en: 'it is a folder', zh: '这是一个目录' },
  untrusted: {
    en: 'its certificate is not one that OMC_CA vouches for',
    zh: '其证书不由 OMC_CA 中的颁发者签发',
  },
  otherName: {
    en: 'its certificate is for another name or address',
    zh: '其证书属于其他名称或地址',
  },
  certificateExpired: { en: 'its certificate has expired', zh: '其证书已过期' },
  noTls: { en: 'it does not speak TLS', zh: '对方不使用TLS' },
  noAnswerInTime: { en: 'no answer within 60 s', zh: '60秒内无应答' },
  // The conversation.
  greeting: {
    en: 'OMC at {where}. Commands end with ;  HLP:; lists them, exit leaves.',
    zh: 'OMC {where}。命令以 ; 结束，HLP:; 列出命令，exit 退出。',
  },
  whereAndWho: { en: '{where} as {user} ({role})', zh: '{where}，用户 {user} ({role})' },
  yesOrNo: { en: '{question} (Y/N) ', zh: '{question} (Y/N) ' },
  needsConfirm: {
    en: 'not run, it needs CONFIRM=Y: {statement}',
    zh: '未执行，须指定 CONFIRM=Y: {statement}',
  },
  notRun: { en: 'not run: {statement}', zh: '未执行: {statement}' },
  tryAgain: {
    en: 'What was asked for may have been done. The next command tries again.',
    zh: '所请求的操作可能已经执行。下一条命令将重新连接。',
  },
  progress: {
    en: '{done} of {total} commands, {seconds} s',
    zh: '已执行 {done}/{total} 条命令，{seconds}秒',
  },
  historyNotKept: { en: 'the history is not kept: {reason}', zh: '未能保存历史记录: {reason}' },
  // Alarms as they come and go.
  reportsBegin: {
    en: 'Alarms are reported as they come and go; STP ALMRPT:; ends it.',
    zh: '告警产生和恢复时实时显示；STP ALMRPT:; 结束。',
  },
  reportsLeftOut: {
    en: '{count} more alarm reports were left out; LST ALMAF:; lists what is active.',
    zh: '另有{count}条告警报告被略去；LST ALMAF:; 列出活动告警。',
  },
  reportsEnd: { en: 'Alarms are reported no more.', zh: '不再实时显示告警。' },
  streamLost: {
    en: 'The live stream is interrupted; it is taken up again.',
    zh: '实时连接中断，将自动恢复。',
  },
  streamRefused: { en: 'The live stream: {reason}', zh: '实时连接: {reason}' },
  connecting: { en: 'connecting', zh: '连接中' },
  connected: { en: 'connected', zh: '已连接' },
  interrupted: { en: 'interrupted', zh: '连接中断' },
  watchKeys: { en: '(q ends)', zh: '(按q退出)' },
  explanation: {
    en: `
Without -e and FILE, commands are read from standard input; on a terminal, with a prompt.

Environment:
  OMC_HOST, OMC_PORT   where the OMC is (127.0.0.1, 3000)
  OMC_CA               file (PEM) of who vouches for the OMC, where it speaks HTTPS
  OMC_USER             who signs in (admin)
  OMC_PASSWORD         the password; else OMC_ADMIN_PASSWORD, else a credentials file;
                       at a terminal it is asked for where there is none
  OMC_MML_HISTORY      file of what was typed before (~/.omc_mml_history, mode 0600)
  PAGER                shows long reports at the prompt (less); cat shows them as they are
  OMC_DATA_DIR         where that file is looked for, under the name credentials (.data)
  LC_ALL, LC_MESSAGES, LANG   zh… for Chinese; the first that is set

The credentials file holds one line user:password and must have mode 0600.

Commands that do much at once, such as RMV NE, are asked about at the prompt, and need CONFIRM=Y in scripts.

Exit status: 0 if every RETCODE was 0, else 1; 2 wrong usage or unreadable file;
3 the OMC cannot be reached or does not let the user in.

Examples:
  omc-mml -e 'LST ALMAF: ALVL=CRITICAL;'
  omc-mml --json -e 'LST NE:;' | jq .rows
  omc-mml filters.mml
  omc-mml --watch -e 'LST ALMAF: ALVL=CRITICAL&MAJOR;'
`,
    zh: `
未指定 -e 和文件时，从标准输入读取命令；在终端上则显示提示符。

环境变量:
  OMC_HOST, OMC_PORT   OMC的地址和端口 (127.0.0.1, 3000)
  OMC_CA               OMC使用HTTPS时，其证书颁发者的文件 (PEM)
  OMC_USER             登录用户 (admin)
  OMC_PASSWORD         口令；其次为 OMC_ADMIN_PASSWORD，再次为凭据文件；
                       都没有时在终端上询问
  OMC_MML_HISTORY      历史记录文件 (~/.omc_mml_history，权限0600)
  PAGER                交互时显示长报告的程序 (less)；cat 表示直接显示
  OMC_DATA_DIR         缺省凭据文件 credentials 所在目录 (.data)
  LC_ALL, LC_MESSAGES, LANG   以zh开头时使用中文；取第一个已设置的变量

凭据文件含一行 用户名:口令，权限必须为0600。

影响较大的命令（如 RMV NE）交互时会询问，在脚本中必须指定 CONFIRM=Y。

退出状态: 所有RETCODE均为0时为0，否则为1；2 用法错误或文件不可读；
3 无法连接OMC或登录失败。

示例:
  omc-mml -e 'LST ALMAF: ALVL=CRITICAL;'
  omc-mml --json -e 'LST NE:;' | jq .rows
  omc-mml filters.mml
  omc-mml --watch -e 'LST ALMAF: ALVL=CRITICAL&MAJOR;'
`,
  },
} as const satisfies Record<string, Readonly<Record<MmlLanguage, string>>>;

export type TextKey = keyof typeof texts;
