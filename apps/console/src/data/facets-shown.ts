import type { FacetName } from '@omc/api';

/** The facets that have a menu, in their order; severities are buttons of their own. */
export const menuFacets = ['alarmId', 'ne', 'site', 'subnet', 'ack', 'role'] as const satisfies FacetName[];
export type MenuFacet = (typeof menuFacets)[number];
