import type { UnmappedTrapResource } from '@omc/api';
import type { UnmappedTrap } from '@omc/store';

/** sysUpTime.0 and snmpTrapOID.0: every notification has them. */
const IN_ALL = new Set(['1.3.6.1.2.1.1.3.0', '1.3.6.1.6.3.1.1.4.1.0']);

/**
 * A beginning for the rule of a notification that nothing maps: the last part of the first varbind's index as what is
 * at fault, the first words as its text. Which alarm it is only a person can know.
 */
export function suggestedRule({
  notification,
  varbinds,
}: Pick<UnmappedTrap, 'notification' | 'varbinds'>): UnmappedTrapResource['suggestion'] {
  const own = varbinds.filter(({ oid }) => !IN_ALL.has(oid));
  const column = own[0]?.oid.replace(/\.\d+$/, '');
  const isScalar = own[0]?.oid.endsWith('.0') ?? true;
  const words = own.find(({ value }) => Number.isNaN(Number(value)));
  return {
    name: `notification ${notification}`,
    notification,
    state: 'fault',
    object: isScalar ? '' : `Source=\${${column}#-1}`,
    ...(words !== undefined && { text: `\${${words.oid}}` }),
  };
}
