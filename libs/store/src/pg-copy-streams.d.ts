declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A COPY … FROM STDIN; what is written to it is sent as it is. */
  export function from(sql: string): Writable & Submittable;

  /** A COPY … TO STDOUT; what is read from it is as PostgreSQL sent it. */
  export function to(sql: string, options?: { readonly highWaterMark?: number }): Readable & Submittable;
}
