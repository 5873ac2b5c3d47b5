import type { AskSite, SitePage } from "../../src/import/sites/site-reader.ts";

/** A site that answers by its addresses; every other address is not found. `asked`: in their order, with the headers. */
export function fakeSite(answers: (url: URL) => { body: string; url?: string } | number | undefined): {
  ask: AskSite;
  asked: { url: string; headers: Record<string, string> }[];
} {
  const asked: { url: string; headers: Record<string, string> }[] = [];
  return {
    asked,
    ask: async (url, headers = {}) => {
      asked.push({ url, headers });
      const answer = answers(new URL(url)) ?? 404;
      const status = typeof answer === "number" ? answer : 200;
      const { body = "", url: at = url } = typeof answer === "number" ? {} : answer;
      return {
        url: at,
        status,
        headers: new Headers({ "content-type": "text/plain" }),
        body: new TextEncoder().encode(body),
      };
    },
  };
}

export async function readAll(pages: AsyncGenerator<SitePage>): Promise<SitePage[]> {
  const all: SitePage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
