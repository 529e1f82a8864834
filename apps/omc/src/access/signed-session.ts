import type { Actor } from '@omc/alarm';
import type { Session } from '@omc/store';

/** Somebody who is signed in and asks for something now: with all that a command needs to know of who gives it. */
export type SignedSession = Session & Actor;
