import { Failure } from '../failure.mjs';

const oldest = [20, 19];

/**
 * Throws a `Failure` on a Node.js that is too old.
 *
 * @param {string} version such as "20.19.4"
 */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (!fits) throw new Failure(`Node.js ${oldest.join('.')} or newer is needed, this is ${version}.`);
}
