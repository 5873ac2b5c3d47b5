import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../../feed/catalog.ts";
import { mintApiKey } from "../../../people/api-key.ts";
import { mayGive, nameSchema, scopesSchema } from "../../../people/person.ts";
import type { Home } from "../../home.ts";
import { findApiKey, insertApiKey, listApiKeys, revokeApiKey } from "../../store/api-keys.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { endOf, lastsSchema } from "../key-ends.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { KeysPage, MadeKeyPage } from "./keys-page.tsx";

const keyForm = z.object({
  name: nameSchema,
  scopes: scopesSchema,
  days: lastsSchema,
});

/** `/desk/keys`: which systems may use the API, and for what. */
export function keyPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const mayManage = mayDo(site, "people");

  app.get("/", mayManage, (c) => page(c));

  app.post("/", mayManage, async (c) => {
    const form = c.get("form");
    const parsed = keyForm.safeParse({
      name: form.get("name"),
      scopes: form.getAll("scope"),
      days: form.get("days") ?? undefined,
    });
    if (!parsed.success) return page(c, "A key needs a name, and at least one thing that it may do.");
    const { name, scopes, days } = parsed.data;
    if (!mayGive(c.get("scopes"), scopes)) return showMessage(c, site, TOO_MUCH);
    const now = Date.now();
    const { key, ...minted } = mintApiKey();
    const expires_at = endOf(days, now);
    await insertApiKey(home.db, c.get("actor"), { ...minted, name, scopes, expires_at }, now);
    return showPage(c, <MadeKeyPage {...{ site, name, value: key }} session={c.get("session")} />, 201);
  });

  app.post("/:id/revoke", mayManage, async (c) => {
    const key = await findApiKey(home.db, c.req.param("id"));
    if (!key) return showMessage(c, site, NO_SUCH_KEY);
    await revokeApiKey(home.db, c.get("actor"), key, Date.now());
    return c.redirect(deskPath(site, "/keys?done=revoked"), 303);
  });

  const page = async (c: Context<DeskEnv>, wrong?: string): Promise<Response> => {
    const keys = await listApiKeys(home.db);
    const done = c.req.query("done") === "revoked";
    return showPage(
      c,
      <KeysPage {...{ site, keys, done, wrong }} session={c.get("session")} now={Date.now()} />,
      wrong === undefined ? 200 : 422,
    );
  };

  return app;
}

const NO_SUCH_KEY: Message = { status: 404, title: "No such key", why: <p>No key is called so.</p> };
const TOO_MUCH: Message = {
  status: 403,
  title: "More than you have",
  why: <p>Nobody makes a key that may do more than oneself. Nothing was made.</p>,
};
