import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { d1 } from "../../src/edge/d1.ts";
import { edgeHome } from "../../src/edge/home.ts";
import { type TestedHome, TOKEN } from "./home.ts";

/** The queue's own consumer has the sample's definitions. */
const PUBLISH_QUEUE = { send: async () => undefined } as unknown as Queue;

/** Cloudflare: workerd with a real D1. Each file of tests has bindings of its own, so none is kept here. */
export const here: TestedHome = {
  name: "edge",
  get db() {
    return d1(env.DB);
  },
  reset: empty,
  from: (address, request) => new Request(request, { headers: [...request.headers, ["cf-connecting-ip", address]] }),
  make: () =>
    edgeHome(
      { DB: env.DB, FILES: env.FILES, PARTNER_LIMIT: env.PARTNER_LIMIT, PUBLISH_QUEUE, PUBLISH_TOKEN: TOKEN },
      false,
    ),
};

/** Now and then the objects are deleted, and yet the first query finds the old store. */
async function empty(): Promise<void> {
  const left = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*'";
  do await reset();
  while (await d1(env.DB).prepare(left).first());
}
