/**
 * Which packages of package-lock.json are not installed, or in another version. npm records what it installed in
 * node_modules/.package-lock.json, so that an `npm install` by hand counts as well as one by the build.
 *
 * Optional packages do not count: most of them are for other platforms.
 *
 * @param {{packages?: Record<string, object>}} wanted package-lock.json
 * @param {{packages?: Record<string, object>}} installed node_modules/.package-lock.json
 * @returns {string[]} their places, such as "node_modules/zod"
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([place, entry]) => isInstallable(place, entry))
    .filter(([place, entry]) => !isSame(entry, installed.packages?.[place]))
    .map(([place]) => place);
}

function isInstallable(place, entry) {
  return place.includes('node_modules/') && !entry.optional && !entry.devOptional;
}

function isSame(wanted, installed) {
  return (
    installed !== undefined &&
    wanted.version === installed.version &&
    wanted.integrity === installed.integrity &&
    wanted.resolved === installed.resolved
  );
}
