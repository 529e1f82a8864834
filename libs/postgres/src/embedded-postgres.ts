/** A PostgreSQL server of our own, ready for connections. */
export interface EmbeddedPostgres {
  /** `postgres://omc:PASSWORD@127.0.0.1:PORT/omc`; the role is a superuser and owns the tables. */
  readonly url: string;
  /** The same database for a role that owns nothing and may only what it is granted. */
  readonly runtimeUrl: string;
  /** Settles when the server has ended: with the reason, or `undefined` if `stop` was called. Never rejects. */
  readonly exited: Promise<Error | undefined>;
  /** Shuts the server down and gives the data folder free; at most about 3 s gracefully. May be called again. */
  stop(): Promise<void>;
}

/** What to start. */
export interface StartOptions {
  /** The folder for the database, its password and its log; made if need be. One launcher at a time uses it. */
  readonly dataDir: string;
  /** Told what goes on, one line at a time, for people to read. */
  readonly onProgress: (line: string) => void;
  /** The port to listen on, for a server that comes back in place of one that ended; any free one unless given. */
  readonly port?: number;
  /** PostgreSQL settings that replace the launcher's defaults; address, port and log destination stay its own. */
  readonly settings?: Readonly<Record<string, string>>;
}
