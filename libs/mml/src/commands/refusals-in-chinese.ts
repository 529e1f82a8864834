import { type Phrase, phraseBook } from '@omc/alarm';

/** What the system says where it refuses, beside its Chinese. Names of members are those of MML already. */
const phrases: readonly Phrase[] = [
  // Hold-off filters and severities.
  ['must be 0 to {} seconds, is {}', '必须为0到{1}秒，实际为{2}'],
  ['must be a whole number from 0 to {}, is {}', '必须为0到{1}的整数，实际为{2}'],
  ['must be more than 0 and at most {} ({}), is {}', '必须大于0且不超过{1} ({2})，实际为{3}'],
  ['must be 0 where {} is 0, is {}', '在{1}为0时必须为0，实际为{2}'],
  ['must be at least {} where {} is not 0, is {}', '在{2}不为0时必须至少为{1}，实际为{3}'],
  ['must be less than {} ({}), is {}', '必须小于{1} ({2})，实际为{3}'],
  ['alarm type {} is not in the catalogue', '告警目录中没有告警类型{1}'],
  ['type {} is not in the catalogue', '告警目录中没有告警类型{1}'],
  ['alarm type {} has no hold-off filter', '告警类型{1}没有过滤参数'],
  ['an object needs its NE (ne) beside it', '指定对象时必须同时指定网元 (NE)'],
  ['there is no stored filter of this scope', '没有为此范围保存的过滤参数'],
  ['the filter of NE {} would no longer be valid: {} {}', '网元{1}的过滤参数将不再有效: {2} {3}'],
  [
    'the filter of object {} of NE {} would no longer be valid: {} {}',
    '网元{2}的对象{1}的过滤参数将不再有效: {3} {4}',
  ],
  // Dry runs and advice.
  ['must be later than the beginning', '必须晚于起点'],
  ['must be in the past', '必须是过去的时间'],
  ['must be at most 400 days before the end', '距终点不得超过400天'],
  ['too many dry runs are waiting; try again later', '等待的试算过多，请稍后重试'],
  [
    'there are more than {} changes and decisions in that time; take a shorter one, or one NE',
    '该时段内的变化和判定超过{1}条；请缩短时段或指定一个网元',
  ],
  // NEs.
  ['NE {} is not registered', '网元{1}未注册'],
  ['{} is not registered', '{1}未注册'],
  ['NE {} is registered already', '网元{1}已存在'],
  ['{} is registered already', '{1}已存在'],
  ['{} is not in the networks where NEs may be', '{1}不在允许的网元网段内'],
  ['{} is a listener of the OMC itself', '{1}是OMC自身的监听地址'],
  ['NE {} is not connected', '网元{1}未连接'],
  ['you are limited to other NEs than {}', '当前用户的权限范围不含网元{1}'],
  ['concerns all NEs, and you are limited to some', '涉及全部网元，而当前用户仅限部分网元'],
  ['must be named: you are limited to some NEs', '必须指定: 当前用户仅限部分网元'],
  // Shelves.
  [
    'must name an NE or a subnet of yours: you are limited to some NEs',
    '必须指定权限范围内的网元或子网: 当前用户仅限部分网元',
  ],
  ['must be at most {}, which is {} hours', '不得超过{1}，即{2}小时'],
  ['must be later than from', '必须晚于开始时间'],
  ['must not be past', '不能是过去的时间'],
  ['there are {} shelves, and no more can be', '已有{1}个搁置，不能再增加'],
  ['no shelf that is planned or active names this', '没有符合条件的搁置'],
  ['there is no shelf {}', '没有搁置{1}'],
  ['shelf {} has ended', '搁置{1}已结束'],
  ['must say why', '必须说明原因'],
  ['must be an object name such as Cell=3', '必须是对象名，如Cell=3'],
  // What operators do to alarms.
  ['names no alarm', '没有该告警'],
  ['there is no alarm {}', '没有告警{1}'],
  ['already acknowledged by {}', '已由{1}确认'],
  ['not acknowledged', '尚未确认'],
  ['already cleared', '已恢复'],
  [
    '{} is not cleared by hand: it clears by itself as soon as the NE answers again',
    '{1}不能手工恢复: 网元恢复应答后自动恢复',
  ],
  [
    '{} is not cleared by hand: it clears by itself as soon as what it was derived from is over',
    '{1}不能手工恢复: 其来源告警结束后自动恢复',
  ],
  ['must not be empty', '不能为空'],
  ['must not hold control characters or halves of characters', '不能含控制字符或不完整的字符'],
  // SNMP.
  ['SNMP user {} is there already', 'SNMP用户{1}已存在'],
  ['there is no SNMP user {}', '没有SNMP用户{1}'],
  ['must be 1 to 32 printable ASCII characters without blanks', '必须为1到32个可打印ASCII字符，不含空格'],
  ['must be an OID such as {}', '必须是OID，如{1}'],
  // Users.
  ['there is a user {} already', '用户{1}已存在'],
  ['there is no user {}', '没有用户{1}'],
  ['{} is the last admin of the whole network who can sign in', '{1}是最后一个可登录的全网管理员'],
  [
    'must be 1 to 64 characters without blanks, colons and control characters',
    '必须为1到64个字符，不含空格、冒号和控制字符',
  ],
  ['must be more than the user’s name', '不能只是用户名'],
  ['must have more than three different characters', '必须含三个以上不同的字符'],
  ['is among those that are tried first, since leaks are full of it', '属于最常被尝试的泄露口令'],
  // What REST says to a program that signs in, asks, or follows the live stream.
  ['Wrong user or password', '用户名或口令错误'],
  ['wrong user or password', '用户名或口令错误'],
  ['too many wrong passwords; try again in {} s', '口令错误次数过多，请在{1}秒后重试'],
  ['too many requests; try again in {} s', '请求过多，请在{1}秒后重试'],
  ['too many sign in at once; try again', '同时登录的用户过多，请重试'],
  ['sign in first: POST /api/v1/session', '尚未登录，或会话已结束'],
  [
    'change your password first: POST /api/v1/session/password',
    '必须先修改口令: 在控制台中，或用POST /api/v1/session/password',
  ],
  ['this needs the role {}; yours is {}', '需要角色{1}，当前角色为{2}'],
  ['the body has more than {} bytes', '请求超过{1}字节'],
  ['the request failed; the log says why', '请求失败，原因见OMC日志'],
  ['there is nothing at {}', '{1}不存在'],
  ['unauthorized', '未登录，或会话已结束'],
  ['too many connections', '连接过多'],
  // Lengths.
  ['must have at least {} characters', '至少{1}个字符'],
  ['must have at most {} characters', '最多{1}个字符'],
  ['must have at most {} items', '最多{1}项'],
  ['must be at most {}', '最大为{1}'],
  ['must be at least {}', '最小为{1}'],
  ['must be one of {}', '必须是{1}之一'],
  // The member that REST is about stands in front.
  ['command: {}', '命令: {1}'],
  ['user: {}', '用户名: {1}'],
  ['password: {}', '口令: {1}'],
];

/** A reason in Chinese; as it stands where nobody has said how. */
export const inChinese = phraseBook(phrases);
