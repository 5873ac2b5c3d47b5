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
  reset,
  from: (address, request) => new Request(request, { headers: [...request.headers, ["cf-connecting-ip", address]] }),
  make: () => edgeHome({ DB: env.DB, PARTNER_LIMIT: env.PARTNER_LIMIT, PUBLISH_QUEUE, PUBLISH_TOKEN: TOKEN }, false),
};
