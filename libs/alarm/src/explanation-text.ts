import type { Alarm } from './alarm.js';
import type { Bilingual, Catalogue } from './catalogue.js';
import type { PathStep } from './correlation/explanation-path.js';

/** What is known of an alarm's part in a disturbance. */
export interface Explained {
  readonly alarm: Alarm;
  /** The earliest fault first. */
  readonly roots: readonly Alarm[];
  readonly path: readonly PathStep[];
  /** How many alarms have it as a root. */
  readonly symptoms: number;
  /** Whether there are roots, or symptoms, that whoever asks may not see. */
  readonly isPartHidden?: boolean;
}

/** Why an alarm is there, in one plain sentence. */
export function explanationText(explained: Explained, catalogue: Catalogue): Bilingual {
  const { alarm, roots, symptoms } = explained;
  const [root] = roots;
  const it = named(alarm, catalogue);
  if (root === undefined && explained.isPartHidden) return hiddenText(alarm, it, symptoms);
  if (alarm.state === 'cleared') return clearedText(alarm, it, root && named(root, catalogue));
  if (root !== undefined) return symptomText(explained, root, catalogue);
  if (symptoms > 0)
    return {
      en: `${it.en} is a root cause: ${symptoms} other alarm${symptoms === 1 ? ' is its symptom' : 's are its symptoms'}.`,
      zh: `${it.zh}是根因，引起了 ${symptoms} 条其他告警。`,
    };
  return {
    en: `${it.en} stands on its own: nothing that it requires has failed, and nothing else is explained by it.`,
    zh: `${it.zh}是独立告警：其依赖的对象均正常，也没有其他告警由它引起。`,
  };
}

/** Of an alarm that is tied to others, which are not named: outside of the NEs that one may see, or no longer stored. */
function hiddenText({ state, correlation }: Alarm, it: Bilingual, symptoms: number): Bilingual {
  const over = state === 'cleared';
  const [is, was] = over ? ['is cleared. It was', '已清除。它曾'] : ['is', ''];
  if (correlation.role === 'symptom')
    return {
      en: `${it.en} ${is} a symptom of an alarm outside of the NEs that you may see.`,
      zh: `${it.zh}${was}由您权限范围之外的告警引起。`,
    };
  return {
    en: `${it.en} ${is} a root cause of ${symptoms === 0 ? '' : `${symptoms} alarm${symptoms === 1 ? '' : 's'} here and of `}alarms outside of the NEs that you may see.`,
    zh: `${it.zh}${was}是根因，引起了${symptoms === 0 ? '' : `此处 ${symptoms} 条告警及`}您权限范围之外的告警。`,
  };
}

/** What the alarm was when it was cleared. */
function clearedText({ correlation }: Alarm, it: Bilingual, root: Bilingual | undefined): Bilingual {
  if (root !== undefined)
    return {
      en: `${it.en} is cleared. It was a symptom of ${root.en}.`,
      zh: `${it.zh}已清除。它由${root.zh}引起。`,
    };
  if (correlation.role === 'root')
    return {
      en: `${it.en} is cleared. It was a root cause of other alarms.`,
      zh: `${it.zh}已清除。它曾是其他告警的根因。`,
    };
  return { en: `${it.en} is cleared. It stood on its own.`, zh: `${it.zh}已清除。它是独立告警。` };
}

function symptomText({ alarm, roots, path }: Explained, root: Alarm, catalogue: Catalogue): Bilingual {
  const it = named(alarm, catalogue);
  const cause = named(root, catalogue);
  const why = wayText(path);
  const others = roots.length - 1;
  const over = root.state === 'cleared';
  return {
    en: `${it.en} is a symptom of ${cause.en}${over ? ', which has just cleared' : ''}${why.en}${others > 0 ? `; so it is of ${others} other root${others === 1 ? '' : 's'}` : ''}.`,
    zh: `${it.zh}由${cause.zh}引起${over ? '（该告警刚刚清除）' : ''}${why.zh}${others > 0 ? `；另有 ${others} 个根因` : ''}。`,
  };
}

/** What stands between the alarm and its root. */
function wayText(path: readonly PathStep[]): Bilingual {
  const [first] = path;
  if (first === undefined) return { en: '', zh: '' };
  if (first.because === 'order')
    return { en: ', which comes before it on the same object', zh: '（同一对象上的前序告警）' };
  const groups = path.filter((step) => step.because === 'group');
  const chain = groups.map((step) => groupText(step));
  const state = first.state === 'out';
  return {
    en: `: ${place(first)} ${state ? 'is out' : 'is impaired'}, since it requires ${chain.join(', which requires ')}`,
    zh: `：${place(first)} ${state ? '不可用' : '能力下降'}，因其依赖 ${chain.join('，后者依赖 ')}`,
  };
}

const MOST_MEMBERS = 4;

/** Stands for a member of a group that whoever asks may not see. */
export const HIDDEN_MEMBER = '…';

/** The members of a group, without the NE where it is the same. */
function groupText({ ne, group = [] }: PathStep): string {
  const names = group.slice(0, MOST_MEMBERS).map((name) => {
    if (name === HIDDEN_MEMBER) return name;
    const [of = '', object = ''] = name.split('//');
    return of === ne && object !== '' ? object : place({ ne: of, object });
  });
  const more = group.length - names.length;
  return `${names.join(' / ')}${more > 0 ? ` … (+${more})` : ''}`;
}

function named({ ne, object, alarmId }: Alarm, catalogue: Catalogue): Bilingual {
  const { en, zh } = catalogue.get(alarmId)?.name ?? { en: 'Alarm', zh: '告警' };
  const where = place({ ne, object });
  return { en: `${en} (${alarmId}) on ${where}`, zh: `${where} 的“${zh}”（${alarmId}）` };
}

function place({ ne, object }: { readonly ne: string; readonly object: string }): string {
  if (ne === 'network') return object;
  return object === '' ? ne : `${ne} ${object}`;
}
