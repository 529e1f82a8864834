import { fileURLToPath } from 'node:url';

/** The project's root folder, wherever the script was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));
