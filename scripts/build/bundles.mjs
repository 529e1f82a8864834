import { makeBundle } from './bundle.mjs';

/** The web console, for browsers. */
export const bundleConsole = () =>
  makeBundle({
    title: 'console',
    app: 'apps/console',
    into: 'dist',
    ingredients: ['libs/api', 'libs/alarm'],
    command: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  });

/** The server, after it was compiled. */
export const bundleServer = () =>
  makeBundle({
    title: 'server',
    app: 'apps/omc',
    into: 'bundle',
    ingredients: ['libs', 'migrations'],
    command: ['rolldown/bin/cli.mjs', '-c', '--logLevel', 'silent'],
  });
