import type { Value } from "../../verify/discrepancy.ts";
import type { JsonObject, JsonObjectName } from "./rule.ts";

/** What an example has otherwise than every one has; what is undefined is left out. */
export type JsonParts = Partial<Record<Exclude<JsonObjectName, "extension">, { [key: string]: Value | undefined }>>;

/** A small JSON Feed that is in order, with parts of its own. */
export function jsonDocument({ feed, item, author, attachment, hub }: JsonParts = {}): string {
  const attached: JsonObject = { url: "https://gazette.example/boat.mp3", mime_type: "audio/mpeg" };
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: "The Harbour Gazette",
    home_page_url: "https://gazette.example/",
    feed_url: "https://gazette.example/feed.json",
    icon: "https://gazette.example/icon.png",
    favicon: "https://gazette.example/favicon.png",
    ...(author && { authors: [{ name: "Ada Quayle", ...author }] }),
    ...(hub && { hubs: [{ type: "WebSub", url: "https://hub.example/", ...hub }] }),
    items: [
      {
        id: "https://gazette.example/boat",
        url: "https://gazette.example/boat",
        title: "The first boat out",
        content_html: "<p>She left at dawn.</p>",
        date_published: "2026-03-13T06:00:00Z",
        ...(attachment && { attachments: [{ ...attached, ...attachment }] }),
        ...item,
      },
    ],
    ...feed,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
