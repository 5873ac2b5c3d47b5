import { logFault } from "../log.ts";
import { problem } from "./problem.ts";

/** The answer where a handler threw: a bug, or broken I/O. */
export function answerFault(error: Error): Response {
  logFault("error", { error: error.stack ?? String(error) });
  return problem(500, "Something broke; it is logged.");
}
