import type { TFunction } from 'i18next';
import { RequestProblem, Unreachable } from './request-errors.js';

const SERVER_TROUBLE = 500;

/** Why something did not work: what the OMC says, or where it can say nothing, what that means for who asked. */
export function reasonOf(error: Error, t: TFunction): string {
  if (error instanceof Unreachable) return t('trouble.unreachable');
  if (error instanceof RequestProblem && error.status >= SERVER_TROUBLE) return t('trouble.server');
  return error.message;
}
