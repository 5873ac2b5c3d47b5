import * as z from "zod";
import { STATUSES } from "../../../article/article.ts";
import { count, ordinal, timeText } from "../../describe/schemas.ts";

const listedArticle = () =>
  z
    .strictObject({
      id: z.string(),
      entry_id: z.string(),
      revision: ordinal(),
      title: z.string(),
      url: z.string(),
      status: z.enum(STATUSES),
      section: z.string().optional(),
      tags: z.array(z.string()),
      authors: z.array(z.string()),
      language: z.string().optional(),
      published_at: timeText(),
      updated_at: timeText(),
      stored_at: timeText(),
      embargo_until: timeText().optional(),
      expires_at: timeText().optional(),
      feeds: z.array(z.string()),
      source: z.string().optional(),
      found: z
        .strictObject({ text: z.string(), marks: z.array(z.array(count())) })
        .optional()
        .meta({
          description: "A piece of its text with words of `q`, and from where to where these stand, in UTF-16 units.",
        }),
    })
    .meta({ ref: "ListedArticle" });

/** A page of the list of articles. */
export const articleList = () =>
  z
    .strictObject({
      articles: z.array(listedArticle()),
      count: count()
        .optional()
        .meta({ description: "How many there are, where that is soon counted: 5001 is more than 5,000." }),
      filling: z.literal(true).optional().meta({ description: "Not all that is stored is in the lists yet." }),
      next: z
        .string()
        .optional()
        .meta({ description: "The path of the next page. A page may have few articles, and a next." }),
    })
    .meta({ ref: "ArticleList" });
