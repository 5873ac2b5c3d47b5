/** Composes one edition and prints its documents' tags: the same in every process, or the bytes depend on something else. */
import { composeEdition } from "../../src/edition/compose.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import { SITE } from "../site.ts";
import { stories } from "./stories.ts";

const { site, definitions } = parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]);
for (const definition of definitions.values()) {
  const composition = await composeEdition(toFeed(site, definition, stories(50)));
  if (composition.status === "refused") throw new Error(JSON.stringify(composition.discrepancies[0]));
  for (const { format, etag } of composition.documents) console.log(format, etag);
}
