/** The time that everything goes by: milliseconds since 1970 UTC, never running backwards. */
export interface Clock {
  now(): number;
}
