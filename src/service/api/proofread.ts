import { type Context, Hono, type MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Catalog } from "../../feed/catalog.ts";
import { answersLater, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { readGivenBody } from "../proofread/given.ts";
import { makeReport, type ProofreadParts } from "../proofread/make-report.ts";
import type { NotNow } from "../proofread/place.ts";
import { notNow } from "../proofread/visitors.ts";
import { proofreadReport, sarifLog } from "./answers/proofread.ts";
import { toIso } from "./to-iso.ts";

/**
 * `POST /api/proofread`: a document, or the address of one, proofread for programs.
 *
 * @param signed lets through who has the token, or a key
 */
export function proofreadApi(parts: ProofreadParts, signed: MiddlewareHandler<SignedEnv>): Hono {
  const { catalog } = parts;
  const app = new Hono();

  app.use(doorOf(parts, signed));

  app.post(
    "/",
    describes(() => ({
      operationId: "proofread",
      part: "Proofreading",
      summary: 'Proofread a document, or what `{"url": …}` names, for programs',
      description:
        "As JSON, or by `Accept: application/sarif+json` as SARIF 2.1.0. Without the token, too, where the masthead says so.",
      security: [{ token: ["feeds:read"] }, {}],
      body: {
        content: {
          "application/json": { schema: z.looseObject({}), example: { url: "https://gazette.example/feed.xml" } },
          "application/xml": { schema: z.string() },
          "application/rss+xml": { schema: z.string() },
          "application/atom+xml": { schema: z.string() },
          "application/feed+json": { schema: z.looseObject({}) },
        },
      },
      answers: {
        200: {
          description: "The report.",
          content: {
            "application/json": { schema: proofreadReport() },
            "application/sarif+json": { schema: sarifLog() },
          },
        },
        400: answersProblem("What was sent cannot be read."),
        413: answersProblem("The document has too many bytes."),
        422: answersProblem("Nothing was given, or it could not be fetched; a private address is never asked."),
        429: answersLater("Too many documents, or wrong tokens, came from this address."),
        503: answersLater("Too many are being proofread, or the store is down."),
      },
    })),
    async (c) => {
      const received = await readGivenBody(c.req.raw);
      if (received.status === "fault") return problem(received.code, received.why);
      const { given } = received;
      const made = await makeReport(parts, given, hasToken(c) ? "newsroom" : c.req.raw);
      if (made.status === "too many") return later(notNow(made));
      if (made.status === "unread")
        return problem(422, `${given.kind === "url" ? given.url : "It"} could not be read: ${made.why}.`);
      const { report, documents } = made;
      const { describeDocument, describePage, sarifOfReports } = await import("../proofread/for-programs.ts");
      if (/\bapplication\/sarif\+json\b/i.test(c.req.header("accept") ?? "")) {
        const sarif = sarifOfReports(report.kind === "page" ? [report, ...documents] : documents);
        return c.body(JSON.stringify(sarif), 200, { ...NO_STORE, "content-type": "application/sarif+json" });
      }
      const at = (hash: string) => `${catalog.site.base}${isOpen(catalog) ? "" : "/desk"}/proofread/${hash}`;
      const body = {
        report: at(report.hash),
        at: toIso(report.at),
        expires_at: toIso(made.expiresAt),
        documents: documents.map((document) => ({ report: at(document.hash), ...describeDocument(document) })),
        page: report.kind === "page" ? describePage(report) : undefined,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  return app;
}

/** What a key has to be allowed: it takes the newsroom's own place, and may leave a report at the desk. */
const newsroom = need("feeds:read");

/** Whoever has the token or a key that may see feeds; others as often as they are let in, where the masthead says so. */
function doorOf({ catalog, visitors }: ProofreadParts, signed: MiddlewareHandler<SignedEnv>): MiddlewareHandler {
  return async (c, next) => {
    if (!isOpen(catalog) || hasToken(c)) {
      let answer: Response | undefined;
      const refused = await signed(c, async () => {
        answer = (await newsroom(c, next)) ?? undefined;
      });
      return refused ?? answer;
    }
    const admission = await visitors.admit(c.req.raw);
    return admission.status === "in" ? next() : later(notNow(admission));
  };
}

const later = ({ status, why, seconds }: NotNow): Response =>
  problem(status, why, undefined, { "retry-after": String(seconds) });

/** Behind the door: one that is wrong does not come so far. */
const hasToken = (c: Context): boolean => c.req.header("authorization") !== undefined;

const isOpen = ({ site }: Catalog): boolean => site.proofread?.public === true;
