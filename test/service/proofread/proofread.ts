import type { SiteInput } from "../../../src/feed/definition.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { ORIGIN } from "../desk/browser.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { Elsewhere } from "../sources/a-feed.ts";

/** A masthead that lets everybody proofread. */
export const OPEN: SiteInput = { ...SITE, proofread: { public: true, keep: "2 days" } };

/** A feed with an error: it says twice how many comments there are, and the second is no number. */
export const FAULTY = `<?xml version="1.0"?>
<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
  <channel>
    <title>The Harbour Gazette</title>
    <link>https://gazette.example/</link>
    <description>News</description>
    <item>
      <title>The first boat</title>
      <guid isPermaLink="false">tag:gazette.example,2026:1</guid>
      <slash:comments>many</slash:comments>
    </item>
  </channel>
</rss>
`;

export const FAULTLESS = FAULTY.replace(">many<", ">3<");

/** Everybody's proofreader: strangers come to it, by an address. */
export interface Stranger {
  room: Newsroom;
  elsewhere: Elsewhere;
  get(path: string): Promise<Response>;
  /** Sends the form's fields. */
  send(fields: Record<string, string | File>, from?: string): Promise<Response>;
  /** The page that the form leads to. */
  report(fields: Record<string, string | File>): Promise<string>;
}

export async function stranger(site: SiteInput = OPEN): Promise<Stranger> {
  const elsewhere = new Elsewhere();
  const room = await newsroom(FEEDS, site, { fetchOut: elsewhere.fetchOut });
  const get = async (path: string) => room.fetch(new Request(`https://feeds.example${path}`));
  const send: Stranger["send"] = async (fields, from = "192.0.2.1") => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return room.fetch(
      here.from(from, new Request("https://feeds.example/proofread", { method: "POST", body, headers: ORIGIN })),
    );
  };
  return {
    room,
    elsewhere,
    get,
    send,
    async report(fields) {
      const sent = await send(fields);
      return (await get(sent.headers.get("location") ?? "")).text();
    },
  };
}
