import type { Context, Env } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ReceivedDocument } from "./given.ts";

/** A page of this room, whichever frame goes around it. */
export interface ProofreadPage {
  title: string;
  body: Child;
  /** Absent: nobody is to find it by searching. */
  isForSearch?: true;
}

/** Where the room's pages stand: for everybody, or at the desk. */
export interface ProofreadPlace<E extends Env> {
  /** The path of a page. */
  path(rest?: string): string;
  /** Answers with a page. */
  show(
    c: Context<E>,
    page: ProofreadPage,
    status?: ContentfulStatusCode,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** What the form was sent with. */
  receive(c: Context<E>): Promise<ReceivedDocument>;
  /** How much its form takes, as a sentence. */
  takes: string;
  /** Who comes to it. */
  asker(c: Context<E>): Asker;
  /** Why somebody is not served now; undefined: one is. */
  refuse(c: Context<E>): Promise<NotNow | undefined>;
  /** What the place's forms carry beside their fields. */
  formToken(c: Context<E>): string | undefined;
}

/** For whom a document is proofread: the newsroom, or the stranger whose request it is. */
export type Asker = "newsroom" | Request;

/** A refusal, and after how many seconds it is over. */
export interface NotNow {
  status: 429 | 503;
  why: string;
  seconds: number;
}
