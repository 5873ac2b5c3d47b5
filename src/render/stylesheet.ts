import type { Feed } from "../feed/feed.ts";

/** A browser shows the document with it (Associating Style Sheets with XML documents 1.0 §3); feed readers pass it over. */
export const linkStylesheet = (skeleton: string, { stylesheet }: Feed): string =>
  stylesheet === undefined
    ? skeleton
    : skeleton.replace("?>", `?><?xml-stylesheet type="text/css" href="${stylesheet}"?>`);
