import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import type { HeldArticles } from "../store/held-articles.ts";
import type { Copies } from "./copies.ts";

/** What publishing works with: a feed's editions and the pages of its archive alike. */
export interface Publisher {
  home: Home;
  catalog: Catalog;
  copies: Copies;
  held: HeldArticles;
}
