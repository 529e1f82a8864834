import type { SnmpUserResource, TrapMappingResource, UnmappedTrapResource } from '@omc/api';

/** What is being done to rules for notifications and to users of SNMPv3. */
export type TrapTask =
  | { readonly kind: 'add-rule'; readonly trap?: UnmappedTrapResource }
  | { readonly kind: 'remove-rule'; readonly rule: TrapMappingResource }
  | { readonly kind: 'add-user' }
  | { readonly kind: 'remove-user'; readonly user: SnmpUserResource };
