import type { Context } from "hono";
import type * as z from "zod";
import { parseInput } from "../../article/parse.ts";
import { parseJson, readBody } from "../http/body.ts";
import { problem } from "../http/problem.ts";

/** A partner, a person or a key is a few lines of JSON. */
const MAX_BODY_BYTES = 20_000;

/** The body by its schema, an empty one as `{}`; or the answer that says what is wrong with it. */
export async function parseSmallBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T> | Response> {
  const text = await readBody(c.req.raw, MAX_BODY_BYTES);
  if (text === null) return problem(413, `The body has at most ${MAX_BODY_BYTES} bytes.`);
  const input = text.trim() === "" ? {} : parseJson(text);
  if (input === undefined) return problem(400, "The body is not JSON.");
  const parsed = parseInput(schema, input);
  return parsed.status === "parsed" ? parsed.data : problem(422, "Nothing was changed.", parsed.problems);
}
