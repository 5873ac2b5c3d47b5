import type { OutRequest } from "../../../src/service/home.ts";

/** An item of a feed, as a site has it. */
export interface FeedItem {
  id: string;
  title?: string;
  text?: string;
  /** RFC 3339. */
  date?: string;
}

/** An RSS document of these. */
export const rssOf = (items: FeedItem[], channel = ""): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"><channel><title>The Other</title>
  <link>https://other.example/</link>${channel}${items.map(itemOf).join("")}</channel></rss>`;

const itemOf = ({
  id,
  title = `Title of ${id}`,
  text = `Text of ${id}.`,
  date = "2026-03-01T08:00:00Z",
}: FeedItem): string =>
  `<item><guid isPermaLink="false">${id}</guid><link>https://other.example/${id}</link><title>${title}</title>
  <description>&lt;p&gt;${text}&lt;/p&gt;</description><pubDate>${new Date(date).toUTCString()}</pubDate></item>`;

/** Whoever is asked for something: answers are looked up by URL, and questions noted. */
export class Elsewhere {
  readonly asked: { url: string; headers: Record<string, string>; reach: "public" | "any" }[] = [];
  readonly answers = new Map<string, (headers: Headers) => Response>();

  /** What it answers at an address from here on. */
  at(url: string, answer: Response | ((headers: Headers) => Response)): this {
    this.answers.set(url, answer instanceof Response ? () => answer.clone() : answer);
    return this;
  }

  readonly fetchOut = async (url: string, { headers }: OutRequest, reach: "public" | "any"): Promise<Response> => {
    this.asked.push({ url, headers, reach });
    const answer = this.answers.get(url) ?? this.answers.get(url.replace(/\?.*/, ""));
    if (!answer) throw new TypeError("fetch failed", { cause: new Error(`nobody is at ${url}`) });
    return answer(new Headers(headers));
  };
}

export const feedAnswer = (text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { headers: { "content-type": "application/rss+xml", ...headers } });
