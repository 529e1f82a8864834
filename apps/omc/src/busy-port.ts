/** The error of a listener that could not start, naming the port that somebody else listens on. */
export function busyPort(error: unknown, where: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new Error(`${where} is in use by another program`, { cause: error });
  if (code === 'EACCES') return new Error(`${where} needs more rights than this user has`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}
