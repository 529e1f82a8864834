/** The system's name of an error ("ENOENT"), if it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Awaits the answer, or `undefined` when the error is one of these expected ones. */
export async function unless<T>(codes: readonly string[], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** Awaits the answer, or `undefined` when the file or folder is not there. */
export function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return unless(['ENOENT', 'ENOTDIR'], work);
}
