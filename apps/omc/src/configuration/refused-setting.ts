/** A setting that only shows to be wrong beside what the database holds. The message names it and says what to do. */
export class RefusedSetting extends Error {
  override readonly name = 'RefusedSetting';
}
