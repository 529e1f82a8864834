import type { Bilingual } from './catalogue.js';
import { type Phrase, phraseBook } from './phrase-book.js';

/** Why a link is down, as it is stored and told to programs, beside its Chinese. */
const phrases: readonly Phrase[] = [
  ['timeout', '无应答'],
  ['refused', '连接被拒绝'],
  ['reset', '连接被重置'],
  ['closed', '连接被关闭'],
  ['unreachable', '网络不可达'],
  ['unknown host', '主机名无法解析'],
  ['no address', '没有地址'],
  ['not allowed', '不允许连接该地址'],
  ['bad hello: {}', 'hello 报文有误：{1}'],
  ['too many bad lines in a row', '连续错误行过多'],
  ['line over the limit', '行超长'],
  ['a sync of more than {} faults or 16 MiB', '同步的故障超过 {1} 条或 16 MiB'],
  ['could not be stored', '无法存储'],
  ['not taken: {}', '未被接受：{1}'],
  ['TLS is not configured', '未配置 TLS'],
  ['the NE does not speak TLS', '网元不支持 TLS'],
  ['the NE does not speak TLS 1.2 or later', '网元不支持 TLS 1.2 或更高版本'],
  ['the certificate of the NE is not from a known issuer', '网元证书的签发者未知'],
  ['the certificate of the NE has expired', '网元证书已过期'],
  ['the certificate of the NE is not valid yet', '网元证书尚未生效'],
  ['the NE refuses the certificate of the OMC', '网元拒绝网管的证书'],
  [
    'closed after the TLS handshake: the NE may refuse the certificate of the OMC',
    'TLS 握手后连接被关闭：网元可能拒绝网管的证书',
  ],
  ['the agent has no sysUpTime', '代理没有 sysUpTime'],
  ['the agent answers with error {}', '代理应答错误 {1}'],
  ['there is no SNMP user {}', '没有 SNMP 用户 {1}'],
  ['the agent does not know SNMP user {}', '代理不认识 SNMP 用户 {1}'],
  ['the agent has another password for SNMP user {}', '代理中 SNMP 用户 {1} 的口令不同'],
  ['the agent does not let SNMP user {} encrypt', '代理不允许 SNMP 用户 {1} 加密'],
  ['the OMC is ending', '网管正在停止'],
];

const inChinese = phraseBook(phrases);

/** Why a link is down, in words; what nobody has translated, such as the code of a rare error, as it stands. */
export function linkReasonText(reason: string): Bilingual {
  return { en: reason, zh: inChinese(reason) };
}
