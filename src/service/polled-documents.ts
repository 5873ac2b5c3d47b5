import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { publicAccount } from "./audience/account.ts";
import type { Home } from "./home.ts";
import type { Kept } from "./kept.ts";
import { partnerDocuments } from "./partner/documents.ts";
import { type Awaken, ColdPolls } from "./poll/cold.ts";
import { documents } from "./poll/documents.ts";

/** The documents, public and partners': all that is polled. What composes or changes anything is elsewhere. */
export const polledDocuments = (home: Home, catalog: Catalog, kept: Kept, awaken: Awaken): Hono => {
  const cold = new ColdPolls(home, kept.poller, awaken);
  return new Hono()
    .route("/feeds", documents(home, catalog, { ...kept, cold, account: publicAccount(home, kept.counts) }))
    .route("/partner", partnerDocuments(home, catalog, { ...kept, cold }));
};
