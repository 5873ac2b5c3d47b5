import type { Taker } from "./take.ts";

export interface WordpressFacts {
  /** Why it is no article of the newsroom. */
  skip?: string;
  /** Why it was not shown to everybody. */
  withheld?: string;
  published?: string;
}

/** WordPress's export (WXR) is RSS with the whole database in it: menus, pictures and drafts too. Drafts stay drafts. */
export function wordpressFacts(item: Taker): WordpressFacts {
  const type = item.text("wp:post_type");
  const status = item.text("wp:status");
  if (type === undefined || status === undefined) return {};
  if (type !== "post" && type !== "page") return { skip: `WordPress keeps it as ${type}, which is no article` };
  if (status === "trash" || status === "auto-draft") return { skip: `WordPress has it as ${status}` };
  const date = item.text("wp:post_date_gmt");
  return {
    withheld: status === "publish" ? undefined : `WordPress has it as ${status}`,
    published: date && !date.startsWith("0000") ? date : undefined,
  };
}
