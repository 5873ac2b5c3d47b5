import type { Env, MiddlewareHandler } from "hono";
import type * as z from "zod";

/** The parts that the public interface is told in, in their order, each with what it is for. */
export const INTERFACE_PARTS = {
  Articles: "What the newsroom stores: write, read, change, take back.",
  Files: "Pictures and sound that were uploaded.",
  Feeds: "What is published, and whether it is as it should be.",
  Partners: "Organisations that poll with keys of their own, and the proof of what they were served.",
  Webhooks: "Systems that are told what happens: stories, editions, alerts.",
  Sources: "Where stories come from that stay in another system.",
  Audience: "Who polls, and how often.",
  People: "Keys that let systems in.",
  Log: "Who did what.",
  Moving: "From one service to another.",
  Proofreading: "Anybody's feed against the specifications, and against what real readers make of it.",
  Documents: "What readers' programs poll: every feed as RSS 2.0, Atom 1.0 and JSON Feed 1.1, and the lists of feeds.",
  Push: "To be sent what is published, and to know whom it was sent to.",
  Pages: "The same feeds for people, and what goes with their pages.",
  Service: "The service itself.",
} as const;

export type Part = keyof typeof INTERFACE_PARTS;

/** A body of one media type. */
export interface MediaBody {
  schema: z.ZodType;
  example?: unknown;
}

/** A response as OpenAPI 3.1 describes it (§4.8.17). */
export interface AnswerDescription {
  description: string;
  headers?: Record<string, { description: string; schema: { type: "string" | "integer" } }>;
  content?: Record<string, MediaBody>;
}

/** What a method of a path does, asks for and answers (OpenAPI 3.1 §4.8.10). Its schemas are those that bodies and questions are parsed by. */
export interface Description {
  /** Verb and noun, of this operation alone: what generated clients call it. */
  operationId: string;
  part: Part;
  /** One line, without a full stop. */
  summary: string;
  /** What else there is to know; Markdown. */
  description?: string;
  /** What its path names, by name, each with an example. */
  params?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  headers?: Record<string, z.ZodType>;
  body?: { required?: boolean; content: Record<string, MediaBody> };
  answers: Record<number, AnswerDescription>;
  /** Where the route's own path takes apart what OpenAPI would have as several paths. */
  path?: string;
  /** Absent: what `need` asks for, or nothing. One of them is enough (§4.8.30). */
  security?: Record<string, string[] | undefined>[];
}

/** Says what a route does, or the several operations that it is. */
export type Describe = () => Description | Description[];

/**
 * Stands before the handler of a route, and says what it does; a test asks for it of every route that is not the desk's. It is called when
 * somebody asks for the whole description: a start makes none of the schemas that only that has.
 */
export const describes = <E extends Env>(describe: Describe): MiddlewareHandler<E> =>
  Object.assign((_: unknown, next: () => Promise<void>) => next(), { describe });

/** What stands at a handler that describes its route; undefined: it does not. */
export const describeOf = (handler: object): Describe | undefined =>
  "describe" in handler ? (handler.describe as Describe) : undefined;
