/** Files and sockets of a process that have nothing to do with NEs. */
const OTHERS = 100;
/** A listener and a connection. */
const SOCKETS_PER_NE = 2;

interface ReportWithLimits {
  readonly userLimits?: { readonly open_files?: { readonly soft?: number | string } };
}

/**
 * A warning where the process may open fewer files and sockets than that many NEs need, or undefined. It has to
 * come beforehand: connections that cannot be accepted for want of files end without anybody being told.
 */
export function shortageOfFiles(nes: number, allowed: number = openFilesAllowed()): string | undefined {
  const needed = nes * SOCKETS_PER_NE + OTHERS;
  if (allowed >= needed) return undefined;
  return `warning: ${nes} eNodeBs need about ${needed} open files, this process may have ${allowed} (ulimit -n)`;
}

/** Infinity where there is no limit, or none that can be read. */
function openFilesAllowed(): number {
  const { userLimits } = process.report.getReport() as ReportWithLimits;
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}
