import type { Scope } from './scope.js';

/** By which way somebody reached the OMC. */
export const waysIn = ['rest', 'mml', 'live', 'ves', 'system'] as const;
export type WayIn = (typeof waysIn)[number];

/** Who asks for something, from where and by which way in. */
export interface Actor {
  readonly user: string;
  /** The address that it comes from; empty where it comes from the OMC itself. */
  readonly from: string;
  readonly via: WayIn;
  readonly scope: Scope;
}

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One thing that somebody did, or tried to do. It never holds a password or token. */
export interface AuditEntry extends Pick<Actor, 'user' | 'from' | 'via'> {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** In the words of the commands: `set-filter`, `sign-in` … */
  readonly action: string;
  /** What it was done to: an NE, a filter's scope, a user …; empty where it is nothing in particular. */
  readonly target: string;
  /** What was there before and is there now, as far as it was changed; null: nothing. */
  readonly before: Json;
  readonly after: Json;
}
