import type { Bilingual } from '../catalogue.js';
import type { ShelfEndCause } from './shelf.js';

/** Facts of a change that have to do with a shelf. */
type Facts = Readonly<Record<string, unknown>>;

interface ToldShelf {
  readonly owner: string;
  readonly reason: string;
  /** RFC 3339. */
  readonly until: string;
}

/** Words on an alarm that went out of sight. */
export function shelvedText(facts: Facts): Bilingual {
  const shelf = facts['shelf'] as ToldShelf | undefined;
  if (shelf === undefined) return { en: 'Shelved', zh: '已搁置' };
  const { owner, reason } = shelf;
  const until = shelf.until.slice(0, 16).replace('T', ' ');
  return {
    en: `Shelved by ${owner} until ${until} UTC: ${reason}`,
    zh: `由 ${owner} 搁置至 ${until} UTC：${reason}`,
  };
}

/** Words on an alarm that is back. */
export function unshelvedText(facts: Facts, by: string | undefined): Bilingual {
  const owner = (facts['shelf'] as ToldShelf | undefined)?.owner;
  const en = owner === undefined ? 'the shelf' : `the shelf of ${owner}`;
  const zh = owner === undefined ? '搁置' : `${owner} 的搁置`;
  switch (facts['because'] as ShelfEndCause | 'changed' | undefined) {
    case 'operator':
      return {
        en: `No longer shelved: ${by ?? 'an operator'} ended ${en}`,
        zh: `${zh}已由 ${by ?? '操作员'} 取消`,
      };
    case 'cleared':
      return {
        en: `No longer shelved: what ${en} waited for has cleared`,
        zh: `${zh}所等待的告警已清除，搁置结束`,
      };
    case 'removed':
      return { en: `No longer shelved: the NE of ${en} was removed`, zh: `${zh}所属网元已删除，搁置结束` };
    case 'changed':
      return {
        en: `No longer shelved: ${en} does not match it any more`,
        zh: `告警已变化，不再符合${zh}条件`,
      };
    default:
      return { en: `No longer shelved: the time of ${en} is over`, zh: `${zh}已到期` };
  }
}
