import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { AskedAddresses } from "../audience/asked-addresses.ts";
import { listUses } from "../audience/old-addresses.ts";
import { answersJson } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { oldAddressList } from "./answers/feeds.ts";
import { toIso } from "./to-iso.ts";

/** `/api/redirects`: the old addresses of feeds that somebody still asks for, those that lead on and those that lead nowhere. */
export function redirects(home: Home, catalog: Catalog, asked: Pick<AskedAddresses, "flush">): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("feeds:read"),
    describes(() => ({
      operationId: "listOldAddresses",
      part: "Feeds",
      summary: "Old addresses of feeds that somebody asks for, and where they lead",
      description: "Those that are asked for most first.",
      answers: { 200: answersJson("The addresses.", oldAddressList()) },
    })),
    async (c) => {
      const uses = await listUses(home.db, catalog, asked);
      const addresses = uses.map(({ first_at, last_at, ...use }) => ({
        ...use,
        first_asked: toIso(first_at),
        last_asked: toIso(last_at),
      }));
      return c.json({ addresses }, 200, NO_STORE);
    },
  );

  return app;
}
