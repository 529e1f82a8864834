import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB (Linux). */
export function memoryOf(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes ?? 0) / 1024;
}
