import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listFiles } from '../list-files.mjs';

/**
 * One number for the content of all files in some folders; it changes when a file does.
 *
 * @param {string[]} places folders and files
 * @returns {string} SHA-256, hexadecimal
 */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(listFiles).sort()) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
