import * as z from "zod";

/** What a path names: each with an example, which fills its place where the path is tried. */
export const named = (description: string, example: string): z.ZodString =>
  z.string().meta({ description, examples: [example] }) as z.ZodString;

export const articleParam = () => named("The newsroom's own id of the article, permanent.", "2026-03-13-first-boat");
export const feedSlug = () =>
  named("The feed's name in its URLs; a family's feed has a slash in it, as in `tag/zurich`.", "everything");
export const archivePage = () =>
  z
    .int()
    .min(1)
    .meta({ description: "Counted from 1, the oldest.", examples: [1] });

/** What a change asks of the revision that it changes, so that two do not overwrite each other (RFC 9110 §13.1). */
export const preconditions = () => ({
  "If-Match": z
    .string()
    .optional()
    .meta({ description: 'Change it only while this is its revision: its ETag, as `"3"`.', examples: ['"3"'] }),
  "If-None-Match": z
    .string()
    .optional()
    .meta({ description: "`*`: only where no article has this id yet.", examples: ["*"] }),
});

/** What a poll says of the copy that it has (RFC 9110 §13.1). */
export const copyHeld = () => ({
  "If-None-Match": z
    .string()
    .optional()
    .meta({ description: "The ETag of the copy that the reader has.", examples: ['W/"5f2b"'] }),
  "If-Modified-Since": z
    .string()
    .optional()
    .meta({ description: "Its Last-Modified.", examples: ["Fri, 13 Mar 2026 06:10:00 GMT"] }),
});
