import type { Problem, VesError } from '@omc/api';

/** Where VES is served. */
export const VES_PATH = '/eventListener';

/** An error in the form that VES senders know: a policy where it is about who sends, else a service error. */
export function vesErrorOf({ status, title, detail = title, errors = [] }: Problem): VesError {
  if (status === 401) return policy('POL2000', 'Unauthorized user', [detail]);
  if (status === 403) return policy('POL1009', 'User has not been provisioned for service: %1', [detail]);
  if (status === 503) return service('SVC1000', 'No server resources: %1', [detail]);
  if (status !== 400)
    return service('SVC2000', 'The following service error occurred: %1. Error code is %2', [
      detail,
      String(status),
    ]);
  const [first] = errors;
  if (first === undefined) return service('SVC0002', 'Incorrect JSON payload: %1', [detail]);
  return service('SVC0002', 'Bad parameter: %1 %2', [first.field, first.reason]);
}

function service(messageId: string, text: string, variables: string[]): VesError {
  return { requestError: { serviceException: { messageId, text, variables } } };
}

function policy(messageId: string, text: string, variables: string[]): VesError {
  return { requestError: { policyException: { messageId, text, variables } } };
}
