import type { AlarmSort } from '@omc/api';
import { conditionsOf, type ResolvedFilter } from './alarm-conditions.js';
import { beginAfter, orderOf } from './alarm-sort.js';
import type { PagePart } from './page-part.js';
import { type FoundWords, TEXT_HASH } from './text-condition.js';

/** So many of what all texts together need are looked at of each text, before it is known how far to go. */
const SHARE = 2;

/**
 * Whether a page is put together of the first alarms of each text that was found. Their index has them in order of their
 * times; what else narrows a list might leave few of many, and has better ways.
 */
export function isByText(
  {
    state,
    q: _q,
    since: _since,
    until: _until,
    namedAlarmIds: _named,
    shelved,
    scope,
    ...rest
  }: ResolvedFilter,
  sort: AlarmSort,
  words: FoundWords | undefined,
): words is FoundWords {
  const isNarrow =
    shelved === 'true' || scope !== null || Object.values(rest).some((value) => value !== undefined);
  const isOfOneState = state === 'active' || state === 'cleared';
  return isOfOneState && !isNarrow && /^-?raisedAt$/.test(sort) && (words?.textHashes.length ?? 0) > 0;
}

/**
 * The first of what was found, without reading all that have one of its texts: some of each text tell an instant beyond
 * which the page does not reach, then each gives what it has up to there. What else was found is listed beside them.
 */
export function foundPart(
  parameters: unknown[],
  { q, ...filter }: ResolvedFilter,
  sort: AlarmSort,
  limit: number,
  words: FoundWords,
): PagePart {
  const ofTexts = conditionsOf(filter, parameters);
  const hashes = ofTexts.parameter(words.textHashes);
  const ofOthers = conditionsOf({ ...filter, ...(q === undefined ? {} : { q }) }, parameters, {
    ...words,
    texts: [],
  });
  const order = `order by ${orderOf(sort)}`;
  const [upTo, end] = sort === 'raisedAt' ? ['<=', 'infinity'] : ['>=', '-infinity'];
  const ofEach = (most: number, condition = '') => `unnest(${hashes}::bigint[]) hash, lateral (
    select id, raised_at from alarm ${ofTexts.where} and ${TEXT_HASH} = hash ${condition} ${order} limit ${most}) each`;
  const some = Math.ceil((SHARE * limit) / words.textHashes.length) + 1;
  return {
    beginAfter: (list, cursor) =>
      [ofTexts, ofOthers].every((conditions) => beginAfter(conditions, sort, list, cursor)),
    get select() {
      return `with furthest as materialized (
          select raised_at from ${ofEach(Math.min(some, limit))} ${order} offset ${limit - 1} limit 1)
        select alarm.* from (
          select id, raised_at from ${ofEach(limit, `and raised_at ${upTo} coalesce((select raised_at from furthest), '${end}')`)}
          union (select id, raised_at from alarm ${ofOthers.where} ${order} limit ${limit})
          ${order} limit ${limit}
        ) found join alarm using (id) ${order}`;
    },
  };
}
