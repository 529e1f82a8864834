#!/usr/bin/env node
import { exitStatus } from './exit-status.js';
import { runMml } from './run-mml.js';

// A reader such as head may go before everything is written; that is no failure worth a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitStatus.failed);
});

process.exitCode = await runMml(process.argv.slice(2), process);
