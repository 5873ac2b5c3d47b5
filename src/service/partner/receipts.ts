import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { type ReceiptReport, reportReceipts } from "../../partner/receipt-report.ts";
import { readSigningKey, type SignedStatement, signStatement } from "../../partner/statement.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { problem } from "../http/problem.ts";
import { findReceipts } from "../store/receipts.ts";

export interface SigningEnv {
  /** A private Ed25519 key in PKCS #8, with which statements are signed. */
  SIGNING_KEY?: string;
}

type Bindings = { Bindings: CatalogEnv & SigningEnv };

/** `/api/articles/{id}/receipts`: which partner has which revision, since when. */
export function receipts(catalogs: Catalogs): Hono<Bindings> {
  const app = new Hono<Bindings>();

  app.get("/:id/receipts", async (c) => {
    const found = await reportOf(c.env, c.req.param("id"));
    return found ? c.json(found, 200, { "cache-control": "no-store" }) : problem(404, "No article has this id.");
  });

  /** The same, signed: for whoever was not there. */
  app.get("/:id/receipts/statement", async (c) => {
    const statement = await findStatement(c.env, catalogs.get(c.env), c.req.param("id"));
    if (statement === "no key") return problem(503, "There is no signing key: set the secret SIGNING_KEY.");
    if (statement === null) return problem(404, "No article has this id.");
    return c.json(statement, 200, { "cache-control": "no-store" });
  });

  const reportOf = (env: CatalogEnv, article: string) => findReport(env.DB, catalogs.get(env), article);

  return app;
}

/** Null: no such article. */
export async function findReport(db: D1Database, catalog: Catalog, article: string): Promise<ReceiptReport | null> {
  const trail = await findReceipts(db, article);
  if (trail.revisions.length === 0) return null;
  const { all, partner } = catalog;
  return reportReceipts(article, trail, (feed) => (all.get(feed) ?? partner.retired.get(feed))?.partner);
}

export async function findStatement(
  env: CatalogEnv & SigningEnv,
  catalog: Catalog,
  article: string,
): Promise<SignedStatement | "no key" | null> {
  const key = env.SIGNING_KEY ? await readSigningKey(env.SIGNING_KEY) : null;
  if (!key) return "no key";
  const found = await findReport(env.DB, catalog, article);
  if (!found) return null;
  const url = `${catalog.site.base}/api/articles/${encodeURIComponent(article)}/receipts`;
  return signStatement({ ...found, issuer: catalog.site.title, issued_at: new Date().toISOString(), url }, key);
}

/** `/.well-known/wireproof-keys.json`: the key that statements are signed with, as a JSON Web Key Set (RFC 7517 §5). */
export const publicKeys = new Hono<Bindings>().get("/", async (c) => {
  const key = c.env.SIGNING_KEY ? await readSigningKey(c.env.SIGNING_KEY) : null;
  return c.json({ keys: key ? [key.publicKey] : [] }, 200, { "cache-control": "public, max-age=300" });
});
