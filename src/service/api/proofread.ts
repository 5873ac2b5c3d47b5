import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { readGivenBody } from "../proofread/given.ts";
import { makeReport, type ProofreadParts } from "../proofread/make-report.ts";
import type { NotNow } from "../proofread/place.ts";
import { notNow } from "../proofread/visitors.ts";
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

  app.post("/", async (c) => {
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
  });

  return app;
}

/** Whoever has the token; others as often as they are let in, where the masthead says so. */
function doorOf({ catalog, visitors }: ProofreadParts, signed: MiddlewareHandler<SignedEnv>): MiddlewareHandler {
  return async (c, next) => {
    if (!isOpen(catalog) || hasToken(c)) return signed(c, next);
    const admission = await visitors.admit(c.req.raw);
    return admission.status === "in" ? next() : later(notNow(admission));
  };
}

const later = ({ status, why, seconds }: NotNow): Response =>
  problem(status, why, undefined, { "retry-after": String(seconds) });

/** Behind the door: one that is wrong does not come so far. */
const hasToken = (c: Context): boolean => c.req.header("authorization") !== undefined;

const isOpen = ({ site }: Catalog): boolean => site.proofread?.public === true;
