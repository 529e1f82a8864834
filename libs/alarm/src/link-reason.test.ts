import { describe, expect, it } from 'vitest';
import { linkReasonText } from './link-reason.js';

describe('the reason of a link that is down', () => {
  it.each([
    ['timeout', '无应答'],
    ['refused', '连接被拒绝'],
    ['bad hello: line over the limit', 'hello 报文有误：行超长'],
    ['a sync of more than 10000 faults or 16 MiB', '同步的故障超过 10000 条或 16 MiB'],
    ['the agent has another password for SNMP user probe', '代理中 SNMP 用户 probe 的口令不同'],
    ['EMFILE', 'EMFILE'],
  ])('%s reads "%s" in Chinese', (reason, zh) => {
    expect(linkReasonText(reason)).toEqual({ en: reason, zh });
  });
});
