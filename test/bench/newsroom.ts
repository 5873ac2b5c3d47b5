import type { Article } from "../../src/article/article.ts";
import { connect } from "../../src/cli/service.ts";
import { TOKEN } from "../e2e/token.ts";

const HEADERS = { authorization: `Bearer ${TOKEN}` };
/** Milliseconds. A thousand feeds have their first editions some minutes after a start; on a busy machine, a quarter of an hour. */
const PATIENCE = 900_000;
/** Milliseconds. To list them all is work, too. */
const LOOK_EVERY = 200;

/** A running service, as its newsroom uses it. */
export interface Newsroom {
  saveAll(articles: Article[]): Promise<void>;
  save(article: Article): Promise<void>;
  /** A partner whose keys may ask for as much as any may. @returns its keys */
  partner(slug: string, keys: number): Promise<string[]>;
  /** Waits until every feed's documents say what is stored, those of its archive, too. */
  settled(): Promise<void>;
}

export function newsroom(origin: string): Newsroom {
  const send = async (method: string, path: string, body: string): Promise<string> => {
    const response = await fetch(origin + path, { method, headers: HEADERS, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text;
  };
  return {
    async saveAll(articles) {
      const answer = await send("POST", "/api/articles", articles.map((article) => JSON.stringify(article)).join("\n"));
      const failed = answer.split("\n").find((line) => line !== "" && !/"status":"(created|unchanged)"/.test(line));
      if (failed !== undefined) throw new Error(failed);
    },
    async save(article) {
      await send("PUT", `/api/articles/${encodeURIComponent(article.id)}`, JSON.stringify(article));
    },
    async partner(slug, keys) {
      const limits = { requests_per_minute: 100_000, bytes_per_day: 1e12 };
      await send("POST", "/api/partners", JSON.stringify({ slug, name: slug, ...limits }));
      const minted = Array.from({ length: keys }, () => send("POST", `/api/partners/${slug}/keys`, "{}"));
      return (await Promise.all(minted)).map((answer) => (JSON.parse(answer) as { key: string }).key);
    },
    async settled() {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(LOOK_EVERY)) {
        const { feeds } = await connect(origin, TOKEN).feeds();
        const refused = feeds.find((feed) => feed.state === "refused");
        if (refused) throw new Error(`an edition was refused: ${JSON.stringify(refused)}`);
        if (feeds.length > 0 && feeds.every(isSettled)) return;
      }
      throw new Error("no edition came");
    },
  };
}

interface Described {
  state: string;
  edition: number;
  stale: boolean;
  archive?: { stale: boolean };
}

const isSettled = ({ stale, edition, archive }: Described): boolean => !stale && edition > 0 && !archive?.stale;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
