import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB: now, and the most that it ever had (Linux). */
export function memoryOf(pid: number): { readonly rssMiB: number; readonly peakRssMiB: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024);
  return { rssMiB: mebibytes('VmRSS'), peakRssMiB: mebibytes('VmHWM') };
}
