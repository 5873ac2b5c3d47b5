import type { ParsedLine } from "../article/parse-line.ts";
import type { Examination, Given } from "./examination.ts";

/**
 * What the service asks of the platform that it runs on. A home makes one of these when it starts; nothing in the service
 * knows another way to its platform.
 */
export interface Home {
  db: Database;
  secrets: Secrets;
  /**
   * Whether browsers that have seen a page by HTTPS are to ask all subdomains of its host by HTTPS alone (RFC 6797 §6.1.2): only the
   * operator knows what else is there.
   */
  hstsSubdomains?: boolean;
  /** Whether the service's address was taken from the first request that was let in, and not set: the desk says so. */
  hasTakenAddress?: boolean;
  /**
   * Wakes the publisher, which may run elsewhere, `delaySeconds` from now. A wake may be lost: what is stale stands in the
   * store, and the sweep finds it.
   */
  wake(delaySeconds: number): Promise<void>;
  /**
   * Lets other instances take up these feeds side by side, the first before the others. They may be lost, as a wake may. Absent: they are
   * taken up where they are found.
   */
  hand?(slugs: string[]): Promise<void>;
  /**
   * Wakes whoever sends to subscribers and webhooks, which may be elsewhere, `delaySeconds` from now. A wake may be lost: what is due
   * stands in the store, and the sweep finds it.
   */
  wakeSender(delaySeconds: number): Promise<void>;
  /** Lets so many milliseconds pass. */
  wait(milliseconds: number): Promise<void>;
  /** Lets work go on after the answer to the current request has been sent. */
  afterAnswer(work: Promise<unknown>): void;
  /**
   * Asks the cache in front to forget what carries one of these tags, `MAX_PURGED_TAGS` of them at most. Absent: no cache stands there.
   *
   * @returns null: it is granted; else why it was refused
   */
  purge?(tags: string[]): Promise<string | null>;
  /**
   * Asks somebody else's server, and follows no redirect.
   *
   * @param reach `public`: nothing of the home's own network is reached, whatever a name stands for at the moment of asking
   * @throws where there is no answer
   */
  fetchOut(url: string, request: OutRequest, reach: Reach): Promise<Response>;
  /** Where uploaded files are. Absent: nothing can be uploaded. */
  files?: FileStore;
  /** What browsers load beside pages. Absent: pages do without. */
  browserFiles?: BrowserFiles;
  /**
   * Counts a use of `key` for all instances of a place, and says whether it was within `DEFAULT_REQUESTS_PER_MINUTE`.
   * Absent: one instance is the whole place, and its own count is enough.
   */
  limiter?(key: string): Promise<boolean>;
  /** Parses lines of a bulk in their order, beside this thread. Absent: it is done where it is asked for. */
  parseLines?(lines: string[]): Promise<ParsedLine[]>;
  /**
   * Proofreads what was given beside this thread, within limits of its own on time and memory. Absent: it is done where it is asked for.
   *
   * @param base the service's own address
   * @param at the time, in milliseconds
   * @param reach as of `fetchOut`; `any` counts where the service itself is local
   */
  examine?(given: Given, base: string, at: number, reach: Reach): Promise<Examination>;
  /** The client's address, as the platform knows it and no client can say itself; null: it does not. */
  addressOf(request: PollRequest): string | null;
  /** The client's own Accept-Encoding, where a proxy of the platform writes another. */
  acceptEncodingOf(request: PollRequest): string | null;
  /** A response whose body is in its `content-encoding` already, which the platform must not apply again. */
  encoded(body: Uint8Array | null, init: ResponseInit): Response;
}

/** Files by their names, which say what is in them: what is there never changes. */
export interface FileStore {
  /** How many bytes an instance may hold of files that are being sent. One file may be sent in any case. */
  readonly room: number;
  /** Stores a file; one that is there already stays. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  /** @param range the first and the last byte; absent: all. @returns null where there is no such file */
  get(name: string, range?: { first: number; last: number }): Promise<ReadableStream | null>;
}

/** Scripts and style sheets for browsers, made with the service (`node/make-browser-files.js`). */
export interface BrowserFiles {
  /** What each is called where it is served, which says what is in it: by `script.js` and so on. */
  names: Readonly<Record<string, string>>;
  /** @param name as it is known here: `script.js` */
  read(name: string): Promise<string>;
}

/** Whose servers may be asked: those of the public net, or any. */
export type Reach = "public" | "any";

/** A request to somebody else's server. */
export interface OutRequest {
  /** Absent: GET. */
  method?: "GET" | "POST";
  headers: Record<string, string>;
  body?: Uint8Array | string;
  signal: AbortSignal;
}

/** As much of a request as a poll is answered by, so that a home need not make a whole `Request` of each. */
export interface PollRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Pick<Headers, "get" | "has">;
}

/** Each may be absent: what needs it is then refused, and says so. */
export interface Secrets {
  /** The newsroom's, for `/api` and the desk. Without one, nobody gets in. */
  publishToken?: string;
  /** Why the publish token that was set is not taken, as the rest of a sentence (`token-fault.ts`). */
  tokenFault?: string;
  /** A private Ed25519 key in PKCS #8, with which statements are signed. */
  signingKey?: string;
  /** Where the desk's own system hears of partners (Standard Webhooks): an address, and `whsec_…`. */
  webhook?: { url: string; secret: string };
  /** What sources ask for and are known by (`feeds/sources.ts`), by the names of the variables that hold it. */
  ofSources?: Record<string, string>;
}

/** SQLite, here or behind a network: as much of D1's interface as the store uses. */
export interface Database {
  prepare(sql: string): PreparedStatement;
  /**
   * Runs statements as one transaction: all of them, or none.
   *
   * @throws Conflict (`conflict.ts`) where a constraint does not hold; StoreFault (`store-fault.ts`) where the database cannot be
   *   reached or is broken, as every statement does; another error where a statement is wrong
   */
  batch<Row = unknown>(statements: PreparedStatement[]): Promise<Rows<Row>[]>;
  /**
   * The same store as a copy near by has it, which may lag behind by any time. What is current, what may be shown, whose key is good, and
   * all that is to be changed, is asked of the store itself. Near by is read only what never changes under its name, once the store itself
   * has named it: documents of an edition and of an archive's page, and what their deltas are cut from. Absent: the store itself is near.
   */
  near?: Pick<Database, "prepare">;
}

/** An SQL statement, prepared, with or without its values. `bind` gives a new one; a Boolean is no value of SQLite's. */
export interface PreparedStatement {
  bind(...values: (string | number | null)[]): PreparedStatement;
  first<Row>(): Promise<Row | null>;
  all<Row>(): Promise<Rows<Row>>;
  /** @returns how many rows were changed */
  run(): Promise<{ meta: { changes: number } }>;
}

export interface Rows<Row> {
  results: Row[];
  meta: { changes: number };
}
