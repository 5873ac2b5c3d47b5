import { Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../feed/catalog.ts";
import { answersJson, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { describeSource } from "../sources/describe-source.ts";
import { listKnownSources } from "../sources/known-sources.ts";
import { noteDeed } from "../store/audit.ts";
import { listKeptOut } from "../store/source-items.ts";
import { listSourceRefusals } from "../store/source-refusals.ts";
import { makeDue } from "../store/sources.ts";
import { sourceCall, sourceDetail, sourceList } from "./answers/sources.ts";
import { toIso } from "./to-iso.ts";

/** Stories in one answer whose source's words are kept out. */
const MAX_KEPT_OUT = 100;

/** `/api/sources`: where articles come from that stay in another system, and how each is doing. */
export function sourcesApi(home: Home, catalog: Catalog, poll: () => Promise<void>): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("sources:read"),
    describes(() => ({
      operationId: "listSources",
      part: "Sources",
      summary: "Every source of feeds/sources.ts, and how it is doing",
      answers: { 200: answersJson("The sources.", sourceList()) },
    })),
    async (c) => {
      const known = await listKnownSources(home.db, catalog);
      return c.json({ sources: known.map(describeSource) }, 200, NO_STORE);
    },
  );

  app.get(
    "/:name",
    need("sources:read"),
    describes(() => ({
      operationId: "getSource",
      part: "Sources",
      summary: "A source, what it refused, and the stories whose source's words are kept out",
      params: { name: sourceName() },
      answers: { 200: answersJson("The source.", sourceDetail()), 404: answersProblem("No source has this name.") },
    })),
    async (c) => {
      const name = c.req.param("name");
      const known = (await listKnownSources(home.db, catalog)).find(({ source }) => source.name === name);
      if (!known) return noSource();
      const [refusals, keptOut] = await Promise.all([
        listSourceRefusals(home.db, name),
        listKeptOut(home.db, name, MAX_KEPT_OUT),
      ]);
      const body = {
        ...describeSource(known),
        refusals: refusals.map(({ at, ...refusal }) => ({ ...refusal, at: toIso(at) })),
        kept_out: keptOut.map(({ article_id, kept_out_at }) => ({ id: article_id, since: toIso(kept_out_at ?? 0) })),
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  /** With the token, whoever wants may have a source asked now. */
  app.post(
    "/:name",
    need("sources"),
    describes(() => ({
      operationId: "callSource",
      part: "Sources",
      summary: "A source calls, or is asked now",
      description:
        "A call is signed as Standard Webhooks (with a story in `data`), Ghost, GitHub (`X-Hub-Signature-256`), WP Webhooks or WooCommerce do, and the signature takes the token's place. With the token, the source is asked now.",
      params: { name: sourceName() },
      security: [{ token: ["sources"] }, {}],
      body: { required: false, content: { "application/json": { schema: z.looseObject({}) } } },
      answers: {
        200: answersJson("What it said was taken in.", sourceCall()),
        202: answersJson("The source is being asked.", sourceCall()),
        401: answersProblem("The signature or the token is missing, or wrong."),
        403: answersProblem("The source has no secret, or the key lacks the scope `sources`."),
        404: answersProblem("No source has this name."),
        409: answersProblem("The source is never asked: it calls itself."),
        413: answersProblem("The call has too many bytes."),
        422: answersProblem("The story was not taken in."),
      },
    })),
    async (c) => {
      const name = c.req.param("name");
      if (!catalog.sources.has(name)) return noSource();
      // One that nobody has taken up yet is due in any case.
      await listKnownSources(home.db, catalog);
      const now = Date.now();
      if (!(await makeDue(home.db, name, now)))
        return problem(409, "The source is never asked: it calls itself, with a signature.");
      await noteDeed(home.db, c.get("actor"), { action: "source.asked", subject: { kind: "source", id: name } }, now);
      home.afterAnswer(poll());
      return c.json({ status: "asked", source: name, created: 0, changed: 0, taken_back: 0 }, 202, NO_STORE);
    },
  );

  return app;
}

const sourceName = () => named("The source's name in feeds/sources.ts.", "gazette");
const noSource = (): Response => problem(404, "No source has this name.");
