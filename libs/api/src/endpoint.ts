import type { z } from 'zod';
import type { UserRole } from './session.js';

/** One operation of the REST API: from this table come routes, rights, validation and the OpenAPI document. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below where its table is served (`/api/v1`, `/eventListener/v7`, `/`); parameters as `:name`. */
  readonly path: string;
  /** The least role; `anyone` needs no session. */
  readonly role: UserRole | 'anyone';
  /** User and password may come with the request itself. */
  readonly basicAuth?: true;
  /** Also for who has to change the password first. */
  readonly beforePasswordChange?: true;
  /** It concerns all NEs: not for who is limited to some. */
  readonly wholeNetwork?: true;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Body and answer are NDJSON, however many lines: `body` and the answer's schema are the shapes of a line. */
  readonly lines?: true;
  /** The longest body, or line of one, in bytes; 1 MiB unless given. */
  readonly mostBytes?: number;
  /** What a success answers, and with which status. */
  readonly answers: {
    readonly status: 200 | 201 | 202 | 204;
    readonly schema?: z.ZodType;
    /** Its media type; JSON unless given. */
    readonly type?: string;
    /** Further media types that may be asked for, of texts. */
    readonly otherTypes?: readonly string[];
  };
  /** With which statuses the operation itself may refuse, beside those that all have in common. */
  readonly refuses?: readonly (403 | 404 | 409 | 412)[];
}

/** An endpoint with its whole path. */
export interface ServedEndpoint {
  readonly operationId: string;
  readonly path: string;
  readonly endpoint: Endpoint;
}
