import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { refuse } from './refuse.js';
import { NE } from './scope-parameters.js';

/** Has an NE tell all its faults now. */
export const strAlmSyn = defineCommand(
  {
    verb: 'STR',
    object: 'ALMSYN',
    title: { en: 'Ask an NE for all its faults now', zh: '启动告警同步' },
    role: 'operator',
    parameters: [{ ...NE, required: true }],
    notes: [
      {
        en: 'The report comes when the NE is asked; what it answers is reconciled as it arrives.',
        zh: '向网元发出请求后即返回；网元应答到达后再核对。',
      },
    ],
    example: 'STR ALMSYN: NE=eNB-100001;',
  },
  async ({ NE: ne }, { backend, user }) => {
    const result = await backend.syncNe(ne, user);
    return result.ok ? done : refuse(result);
  },
);
