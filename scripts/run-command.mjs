import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Stopped } from './failure.mjs';
import { root } from './root.mjs';

/** The signals by which people, terminals and supervisors end a program. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program from the project's root and waits for its end. A signal that is meant to end this process ends the
 * program first, so that nothing is left behind.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{code: number, output: string}>} its exit code, and what it wrote as far as `options.stdio` pipes
 *   it. Rejects if it cannot be started, with `Stopped` if a signal ended it.
 */
export function runCommand(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  const output = collect(child);
  const signals = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const stoppedBy = signals.end();
      if (stoppedBy) reject(new Stopped(stoppedBy));
      else resolve({ code: code ?? 128 + constants.signals[signal], output: output() });
    });
  });
}

function collect(child) {
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function forwardSignals(child) {
  let received;
  const forward = (signal) => {
    // A terminal's Ctrl-C has reached the program already; a second one would make it drop its clean-up.
    const reachedAll = signal === 'SIGINT' && process.stdin.isTTY;
    if (!received && !reachedAll) child.kill(signal);
    received = signal;
  };
  for (const signal of stopSignals) process.on(signal, forward);
  return {
    end() {
      for (const signal of stopSignals) process.off(signal, forward);
      return received;
    },
  };
}
