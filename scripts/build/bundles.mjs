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
    command: ['rolldown/bin/cli.mjs', '-c'],
  });

/** The MML command line, after it was compiled: `npm i -g` of its folder links this file, and says nothing where it is not there. */
export const bundleOmcMml = () =>
  makeBundle({
    title: 'omc-mml',
    app: 'apps/mml',
    into: 'bundle',
    ingredients: ['libs/mml', 'libs/api', 'libs/alarm'],
    command: ['rolldown/bin/cli.mjs', '-c'],
  });
