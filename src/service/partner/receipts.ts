import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { locate } from "../../feed/locate.ts";
import { type ReceiptReport, reportReceipts } from "../../partner/receipt-report.ts";
import { type SignedStatement, signStatement } from "../../partner/statement.ts";
import { answersJson, answersProblem, noArticle } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { articleParam } from "../describe/parameters.ts";
import type { Database, Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { findSeenArticle } from "../store/articles.ts";
import { findReceipts } from "../store/receipts.ts";
import { findSent } from "../store/sent.ts";
import { receiptReport, signedStatement } from "./receipt-answers.ts";
import { currentSigningKey } from "./signing-keys.ts";

/** `/api/articles/{id}/receipts`: which partner has which revision, since when, and which subscriber was sent it. */
export function receipts(home: Home, catalog: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/:id/receipts",
    need("articles:read"),
    describes(() => ({
      operationId: "getReceipts",
      part: "Partners",
      summary:
        "Which partner has which revision of an article, since when, which subscribers were sent it, and who has it not",
      params: { id: articleParam() },
      answers: { 200: answersJson("The receipts.", receiptReport()), 404: noArticle() },
    })),
    async (c) => {
      const id = c.req.param("id");
      const seen = await findSeenArticle(home.db, id, c.get("scopes"));
      const found = seen && (await findReport(home.db, catalog, id));
      return found ? c.json(found, 200, NO_STORE) : problem(404, "No article has this id.");
    },
  );

  /** The receipts as a signed statement, which proves them to whoever does not trust this service. */
  app.get(
    "/:id/receipts/statement",
    need("articles:read"),
    describes(() => ({
      operationId: "getStatement",
      part: "Partners",
      summary: "The receipts of an article, signed (Ed25519)",
      params: { id: articleParam() },
      answers: {
        200: answersJson("The statement.", signedStatement()),
        404: noArticle(),
        503: answersProblem("There is no signing key, or the store is down."),
      },
    })),
    async (c) => {
      const id = c.req.param("id");
      const seen = await findSeenArticle(home.db, id, c.get("scopes"));
      const statement = seen && (await findStatement(home, catalog, id));
      if (statement === "no key") return problem(503, "There is no signing key: set the secret SIGNING_KEY.");
      if (statement === null) return problem(404, "No article has this id.");
      return c.json(statement, 200, NO_STORE);
    },
  );

  return app;
}

/** An article's way to partners and subscribers; null: no article has this id. */
export async function findReport(db: Database, catalog: Catalog, article: string): Promise<ReceiptReport | null> {
  const [trail, sent] = await Promise.all([findReceipts(db, article), findSent(db, article)]);
  if (trail.revisions.length === 0) return null;
  const partnerOf = (feed: string): string | undefined => {
    const located = locate(catalog, feed, "partner");
    return "definition" in located ? located.definition?.partner : undefined;
  };
  return reportReceipts(article, trail, partnerOf, sent);
}

/** An article's receipts, signed; `no key`: this service has none to sign with; null: no article has this id. */
export async function findStatement(
  home: Home,
  catalog: Catalog,
  article: string,
): Promise<SignedStatement | "no key" | null> {
  const key = await currentSigningKey(home);
  if (!key) return "no key";
  const found = await findReport(home.db, catalog, article);
  if (!found) return null;
  const url = `${catalog.site.base}/api/articles/${encodeURIComponent(article)}/receipts`;
  return signStatement({ ...found, issuer: catalog.site.title, issued_at: new Date().toISOString(), url }, key);
}
