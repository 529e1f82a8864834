import type { AlarmChange } from './alarm.js';
import type { Bilingual } from './catalogue.js';
import { type Filter, immediate } from './filter.js';
import { linkReasonText } from './link-reason.js';
import { shelvedText, unshelvedText } from './shelving/shelf-text.js';

type Told = Pick<AlarmChange, 'kind' | 'facts' | 'by'>;

/** Plain words on a change of an alarm, for its log; on its role and its shelf too where those came with it. */
export function changeText(change: Told): Bilingual {
  const { kind, facts } = change;
  const parts = [commented(kindText(change), facts)];
  if (kind !== 'role' && facts['role'] !== undefined) parts.push(roleText(facts));
  if (kind === 'raised' && facts['shelf'] !== undefined) parts.push(shelvedText(facts));
  return { en: parts.map(({ en }) => en).join('. '), zh: parts.map(({ zh }) => zh).join('。') };
}

/** A sentence with what the operator had to say. */
function commented(text: Bilingual, { comment }: Told['facts']): Bilingual {
  if (comment === undefined) return text;
  return { en: `${text.en}: ${comment}`, zh: `${text.zh}：${comment}` };
}

function kindText({ kind, facts, by }: Told): Bilingual {
  switch (kind) {
    case 'raised':
      return raisedText(facts);
    case 'cleared':
      return clearedText(facts, by);
    case 'updated':
      return { en: 'The device reported other details', zh: '设备上报了新的告警细节' };
    case 'counted':
      return { en: 'Reported again', zh: '再次上报' };
    case 'stale':
      return {
        en: 'The NE is disconnected: what is shown may no longer be so',
        zh: '网元已断连，所示状态可能已过时',
      };
    case 'fresh':
      return { en: 'The NE is connected again', zh: '网元已恢复连接' };
    case 'role':
      return roleText(facts);
    case 'shelved':
      return shelvedText(facts);
    case 'unshelved':
      return unshelvedText(facts, by);
    case 'acknowledged':
      return facts['auto'] === undefined
        ? { en: `Acknowledged by ${by ?? 'an operator'}`, zh: `由 ${by ?? '操作员'} 确认` }
        : { en: 'Acknowledged by itself, as was set', zh: '按设置自动确认' };
    case 'unacknowledged':
      return {
        en: `Acknowledgement taken back by ${by ?? 'an operator'}`,
        zh: `由 ${by ?? '操作员'} 取消确认`,
      };
    case 'commented':
      return { en: `Comment by ${by ?? 'an operator'}`, zh: `${by ?? '操作员'} 的备注` };
    case 'reason':
      return reasonText(facts, 'Redial failed', '重连失败');
  }
}

/** What an alarm is in a disturbance, and whose symptom. */
function roleText({ role, root, roots }: Told['facts']): Bilingual {
  if (role === 'root') return { en: 'Other alarms are its symptoms', zh: '其他告警由它引起' };
  if (role !== 'symptom') return { en: 'Stands on its own', zh: '独立告警' };
  if (root === undefined)
    return { en: 'Symptom of an alarm outside of your NEs', zh: '由您权限范围之外的告警引起' };
  const { ne, object, alarmId } = root as { ne: string; object: string; alarmId: number };
  const place = object === '' ? ne : `${ne} ${object}`;
  const more = Number(roots) - 1;
  return {
    en: `Symptom of ${alarmId} on ${place}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `由 ${place} 的告警 ${alarmId}${more > 0 ? ` 等 ${more + 1} 条告警` : ''}引起`,
  };
}

function raisedText(facts: Told['facts']): Bilingual {
  if (facts['derived'] !== undefined) return derivedText(facts);
  if (facts['reason'] !== undefined)
    return reasonText(facts, 'The NE stopped answering handshakes', '网元停止应答握手');
  const { createWindow, createThreshold, statWindow, statCreate } = filterOf(facts);
  if (facts['intermittent'] === true)
    return {
      en: `${statCreate} faults began within ${statWindow} s: intermittent`,
      zh: `${statWindow} 秒内发生 ${statCreate} 次故障：间歇性告警`,
    };
  if (createWindow === 0) return { en: 'Reported; no create window', zh: '设备上报，无产生窗口' };
  if (createWindow === createThreshold)
    return {
      en: `In fault for ${createWindow} s without a break`,
      zh: `故障持续 ${createWindow} 秒未中断`,
    };
  return {
    en: `In fault for ${createThreshold} of the last ${createWindow} s`,
    zh: `最近 ${createWindow} 秒内故障累计 ${createThreshold} 秒`,
  };
}

function reasonText({ reason }: Told['facts'], english: string, chinese: string): Bilingual {
  const { en, zh } = linkReasonText(String(reason));
  return { en: `${english}: ${en}`, zh: `${chinese}：${zh}` };
}

/** What the OMC derived an alarm from. */
function derivedText(facts: Told['facts']): Bilingual {
  const { members, threshold, disconnected, behind, missing, nes } = facts;
  switch (facts['derived']) {
    case 'type-count':
      return {
        en: `${members} alarms of one type are active, more than the threshold of ${threshold}`,
        zh: `同类告警当前 ${members} 条，超出门限 ${threshold}`,
      };
    case 'shared-transmission':
      return {
        en: `${disconnected} of the ${behind} NEs that cannot do without it were disconnected within 4 minutes`,
        zh: `${behind} 个仅依赖它的网元中有 ${disconnected} 个在 4 分钟内相继断连`,
      };
    case 'omc-trouble':
      return { en: String(facts['text']), zh: `网管资源异常：${facts['text']}` };
    default:
      return {
        en: `${missing} of ${nes} NEs stopped answering handshakes`,
        zh: `${nes} 个网元中有 ${missing} 个停止应答握手`,
      };
  }
}

function clearedText(facts: Told['facts'], by: string | undefined): Bilingual {
  const { restoreWindow, restoreThreshold } = filterOf(facts);
  switch (facts['cause']) {
    case 'reconnect':
      return { en: 'The NE answers again', zh: '网元恢复应答' };
    case 'resync':
      return { en: 'A re-sync no longer named the fault', zh: '同步结果中不再有该故障' };
    case 'operator':
      return { en: `Cleared by ${by ?? 'an operator'}`, zh: `由 ${by ?? '操作员'} 手工清除` };
    case 'removed':
      return { en: 'The NE was removed', zh: '网元已删除' };
    case 'derived':
      return { en: 'What it was derived from is over', zh: '推导该告警的条件已不成立' };
    case 'filter':
      return { en: 'Cleared by a change of the filter', zh: '因过滤条件变更而清除' };
    default:
      if (restoreWindow === 0)
        return { en: 'Reported ok; no restore window', zh: '设备上报恢复，无恢复窗口' };
      if (restoreThreshold === 0)
        return { en: `Ok for ${restoreWindow} s without a break`, zh: `恢复持续 ${restoreWindow} 秒未中断` };
      return {
        en: `In fault for at most ${restoreThreshold} of the last ${restoreWindow} s`,
        zh: `最近 ${restoreWindow} 秒内故障累计不超过 ${restoreThreshold} 秒`,
      };
  }
}

/** The filter that decided, which is none with realTime. */
function filterOf(facts: Told['facts']): Filter {
  const filter = (facts['filter'] ?? immediate) as Filter;
  return filter.realTime ? immediate : filter;
}
