import { fileURLToPath } from 'node:url';

// As far from here as from the bundle: this file stays at the top of its folder.
const house = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What comes with the OMC: where it finds that, as absolute paths. */
export const places = {
  alarmTypes: house('config/alarm-types.yaml'),
  trapMap: house('config/traps.yaml'),
  console: house('apps/console/dist/'),
} as const;
