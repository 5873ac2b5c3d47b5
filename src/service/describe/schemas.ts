import * as z from "zod";

/*
 * What answers are made of. Each is a function: a schema costs as much to make as a request takes, and nobody but the description of the
 * interface, and the tests, asks for it.
 */

/** How many. */
export const count = () => z.int().min(0);
/** Of a line, a page, a revision: counted from 1. */
export const ordinal = () => z.int().min(1);
/** RFC 3339. */
export const timeText = () => z.iso.datetime({ offset: true });
export const urlText = () => z.string().meta({ format: "uri" });

/** What is wrong with a part of the input, or what to know of it. */
export const inputProblem = () =>
  z
    .strictObject({ path: z.string().meta({ description: "A JSON Pointer (RFC 6901)." }), detail: z.string() })
    .meta({ ref: "InputProblem" });

/** RFC 9457. */
export const problemDetails = () =>
  z
    .strictObject({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string().meta({ description: "One sentence for people." }),
      problems: z.array(inputProblem()).optional().meta({ description: "Every problem of the input, all at once." }),
    })
    .meta({ ref: "Problem" });
