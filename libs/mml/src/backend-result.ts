/** Why the system did not do what a command asked for. */
export interface BackendRefusal {
  readonly ok: false;
  readonly refused: 'invalid' | 'not-found' | 'conflict' | 'not-allowed';
  /** The member that is wrong, by its name in the core (`createWindow`, `host` …). */
  readonly field?: string;
  /** In one line, without the field's name in front. */
  readonly reason: string;
}

export type BackendResult<Value> = { readonly ok: true; readonly value: Value } | BackendRefusal;
