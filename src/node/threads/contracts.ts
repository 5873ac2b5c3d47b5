import type { MessagePort } from "node:worker_threads";
import type { ParsedLine } from "../../article/parse-line.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Rows } from "../../service/home.ts";
import type { EditionMemory } from "../../service/jobs/copies.ts";
import type { Published } from "../../service/jobs/publish.ts";
import type { LogEntry } from "../../service/log.ts";
import type { Publishing } from "../../service/publishing.ts";
import type { Trouble } from "../../service/store-fault.ts";
import type { NodeConfig } from "../config.ts";
import type { TrafficReport } from "../server/traffic.ts";
import type { Query } from "../store/sqlite.ts";
import type { Transferred } from "./calls.ts";
import type { HandedRequest, HandedResponse } from "./hand-on.ts";

/** What threads ask of one another, and what each is given when it starts. */

/** The main thread: it accepts requests, and answers polls. */
export interface FrontMethods {
  /** An edition has become current. */
  confirm: EditionMemory["confirm"];
  /** Stores what has been counted of polls. */
  flush(): Promise<void>;
  /** What it has done since the start. */
  traffic(): TrafficReport;
}

/** The thread that answers all else. */
export interface BackMethods {
  fetch(request: HandedRequest): Promise<Transferred<HandedResponse>>;
  /** Answers any request with the metrics: who may ask is decided before. */
  metrics(request: HandedRequest): Promise<Transferred<HandedResponse>>;
  /** A round of the publisher's for one feed is over. */
  published(outcome: Published["outcome"], milliseconds: number): void;
}

/** The thread that publishes. */
export interface PublisherMethods {
  /** Begins, with a sweep. What wakes it before waits for this. */
  start(): void;
  wake(delaySeconds: number): void;
  awaken: Publishing["awaken"];
  /** Finishes the round that is in hand, and begins no other. */
  stop(): Promise<void>;
}

/** The thread that sends to subscribers and webhooks. */
export interface SenderMethods {
  /** Begins. What wakes it before waits for this. */
  start(): void;
  wake(delaySeconds: number): void;
  /** Finishes what is in hand, and begins nothing else. */
  stop(): Promise<void>;
}

/** A thread that composes for the publisher's. */
export interface ComposerMethods {
  /** Takes the next step of a feed. @returns where the store has failed it, how */
  take(slug: string): Promise<Trouble | null>;
}

/** What the publisher's thread does for it. */
export interface ForComposers extends Pick<WriterMethods, "write">, Pick<PublisherMethods, "wake"> {
  wakeSender: SenderMethods["wake"];
  confirm: EditionMemory["confirm"];
  /** A line of its log has been written. */
  logged(entry: LogEntry): void;
}

/** The thread that writes into the store. */
export interface WriterMethods {
  /** One transaction. */
  write(queries: Query[]): Rows<unknown>[] | Promise<Rows<unknown>[]>;
  /** Lets the file go. */
  stop(): Promise<void>;
}

/** A thread that reads from the store. */
export interface ReaderMethods {
  /** One moment of the store. */
  read(queries: Query[]): Rows<unknown>[];
}

/** A thread that parses articles. */
export interface ParserMethods {
  parse(lines: string[]): ParsedLine[];
}

interface Shared extends Pick<NodeConfig, "secrets" | "logFormat" | "metricsToken"> {
  catalog: Catalog;
  /** The store's. */
  file: string;
}

export interface BackData extends Shared, Pick<NodeConfig, "sampleFiles" | "hstsSubdomains"> {
  ports: { reader: MessagePort; writer: MessagePort; publisher: MessagePort; sender: MessagePort; front: MessagePort };
}

export interface PublisherData extends Shared {
  ports: { writer: MessagePort; back: MessagePort; sender: MessagePort; front: MessagePort };
}

export interface SenderData extends Shared {
  ports: { writer: MessagePort; back: MessagePort; publisher: MessagePort };
}

export type ComposerData = Pick<Shared, "catalog" | "file" | "logFormat">;

export interface WriterData extends Pick<Shared, "file" | "logFormat"> {
  ports: { front: MessagePort; back: MessagePort; publisher: MessagePort; sender: MessagePort };
}

export interface ReaderData extends Pick<Shared, "file"> {
  port: MessagePort;
}
