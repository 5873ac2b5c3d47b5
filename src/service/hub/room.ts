import { Hono } from "hono";
import * as z from "zod";
import { hubUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { DEFAULT_LEASE, MAX_CALLBACK, MAX_LEASE, MAX_SECRET_BYTES, MIN_LEASE } from "../../hub/limits.ts";
import { SIGNING_ALGORITHMS } from "../../hub/parse-request.ts";
import { answersLine, RETRY_AFTER } from "../describe/answers.ts";
import { type Description, describes } from "../describe/describes.ts";
import { urlText } from "../describe/schemas.ts";
import type { Home } from "../home.ts";
import { takeFault } from "../http/fault.ts";
import { plain } from "../http/plain.ts";
import { HubDoor } from "./door.ts";
import { receive } from "./receive.ts";

/** It says the same as long as the service does. */
const KEPT = { "cache-control": "public, max-age=3600" };

/** `/hub`: where subscribers ask to be sent what is published (WebSub §5). It is open to everybody. */
export function hubRoom(home: Home, catalog: Catalog): Hono {
  const parts = { home, catalog, door: new HubDoor(home) };
  const app = new Hono();
  app.get(
    "/",
    describes(() => ({
      operationId: "getHub",
      part: "Push",
      summary: "What the hub is, and how to subscribe",
      answers: { 200: answersLine("For people.") },
    })),
    () => plain(200, about(hubUrl(catalog.site)), KEPT),
  );
  app.post("/", describes(describeHub), (c) => receive(parts, c.req.raw));
  app.onError((error, c) => {
    const { status, text, headers } = takeFault(error, c.req.method);
    return plain(status, text, headers);
  });
  return app;
}

const about = (
  hub: string,
): string => `This is a WebSub hub (https://www.w3.org/TR/websub/): it sends what this newsroom publishes to whoever has subscribed.

Each document of a feed names this hub, and its own address, as "self": that is the topic. To subscribe, have a server answer at a
callback of yours, and send

  curl ${hub} -d hub.mode=subscribe \\
    --data-urlencode hub.topic=TOPIC --data-urlencode hub.callback=CALLBACK -d hub.secret=SECRET

The callback is then asked to confirm: it answers with hub.challenge, and nothing else. From then on it is sent each edition by POST,
signed with the secret (X-Hub-Signature), until hub.lease_seconds are over: subscribe anew before that.
hub.delta=feed asks for what has changed alone; hub.signature=sha1 for signatures as old subscribers know them.`;

const describeHub = (): Description => ({
  operationId: "askHub",
  part: "Push",
  summary: "Subscribe to a feed, or unsubscribe (WebSub)",
  description:
    "The callback is asked to confirm, once; nothing changes before it has. A partner's topic is open to its key, in `Authorization` as polls have it; to everybody else it is none.",
  body: {
    content: {
      "application/x-www-form-urlencoded": {
        schema: z.object({
          "hub.mode": z.enum(["subscribe", "unsubscribe"]),
          "hub.topic": urlText().meta({ description: "The `self` of a feed's document, to the letter." }),
          "hub.callback": z
            .string()
            .max(MAX_CALLBACK)
            .meta({ format: "uri", description: "Where to send; http or https." }),
          "hub.lease_seconds": z
            .int()
            .min(1)
            .optional()
            .meta({
              description: `Between ${MIN_LEASE} and ${MAX_LEASE} it is granted so; ${DEFAULT_LEASE} where it is left out.`,
            }),
          "hub.secret": z
            .string()
            .optional()
            .meta({ description: `Signs what is sent; ${MAX_SECRET_BYTES} bytes at most.` }),
          "hub.signature": z.enum(SIGNING_ALGORITHMS).optional().meta({ description: "How it is signed." }),
          "hub.delta": z
            .literal("feed")
            .optional()
            .meta({ description: "Send what has changed alone, as a document." }),
          "hub.verify_token": z.string().optional().meta({ description: "Repeated to the callback." }),
        }),
      },
    },
  },
  answers: {
    202: answersLine("Accepted: the callback is asked."),
    400: answersLine("What is wrong with the form."),
    404: answersLine("There is no such topic."),
    410: answersLine("The feed has ended."),
    413: answersLine("The form is too long."),
    415: answersLine("It is no form in UTF-8."),
    429: { ...answersLine("Too much is asked from there, for this host, or for this topic."), headers: RETRY_AFTER },
  },
});
