import i18next, { type TFunction } from 'i18next';
import type en from '../../i18n/parts/ledger.en.json';

type Reason = keyof typeof en.lossReason;

/** What a reason of the ledger means; one that is not known here by its name alone. */
export function meaningOf(t: TFunction, reason: string): string | null {
  const key = `lossReason.${reason as Reason}` as const;
  return i18next.exists(key) ? t(key) : null;
}
