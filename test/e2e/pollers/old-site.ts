import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site that people leave, with a feed at `/feed/`. */
export interface OldSite {
  /** The feed's address. */
  feed: string;
  /** From now on it says that everything is there, at the same path: nginx' `return 301 …$request_uri`. */
  moveTo(origin: string): void;
  stop(): Promise<void>;
}

/** @param document RSS, as the site has it */
export async function startOldSite(document: string): Promise<OldSite> {
  let moved: string | undefined;
  const server = createServer(({ url = "/" }, answer) => {
    if (moved !== undefined) return void answer.writeHead(301, { location: moved + url }).end();
    const isFeed = url === "/feed/";
    answer.writeHead(isFeed ? 200 : 404, { "content-type": "application/rss+xml; charset=UTF-8" });
    answer.end(isFeed ? document : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    feed: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed/`,
    moveTo(origin) {
      moved = origin;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
