import { type Notification, safeText, textOfValue } from '@omc/wire';

const MAX_SAMPLE_LENGTH = 1000;

/** A notification as a text of at most 1,000 characters, to be looked at by people; no control characters. */
export function sampleOf({ oid, varbinds }: Notification): string {
  const texts = varbinds.map((varbind) => `${varbind.oid} = ${textOfValue(varbind.value) ?? ''}`);
  return safeText([oid, ...texts].join('; ').slice(0, MAX_SAMPLE_LENGTH));
}
