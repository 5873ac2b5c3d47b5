import { beforeEach, expect, it } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { SERVICE } from "../../../src/people/actor.ts";
import { type HandedArticle, takeIn } from "../../../src/service/jobs/take-in.ts";
import { takingUp } from "../../../src/service/jobs/take-up.ts";
import { SITE } from "../../site.ts";
import { logged } from "../logged.ts";
import { FEEDS, homeOn } from "../newsroom.ts";
import { emptyStore, parsed, select } from "../store/rows.ts";

beforeEach(emptyStore);

const handed = (body: Article): HandedArticle => ({
  id: body.id,
  entryId: `tag:${body.id}`,
  revision: 1,
  dates: { published: 1, updated: 1, public: true },
  archived: {},
  revisions: [{ revision: 1, stored_at: 1, superseded_at: null, updated: 1, body }],
});

it("an article that breaks the code which takes it in is refused alone, by name, and logged", async () => {
  const log = logged();
  const [home, catalog] = [homeOn(), parseCatalog(SITE, FEEDS)];
  const poison = Object.defineProperty(parsed("bad"), "section", {
    get() {
      throw new RangeError("Maximum call stack size exceeded");
    },
  });
  const taken = await takeIn(
    home,
    catalog,
    takingUp(home, catalog),
    [parsed("a"), poison, parsed("b")].map(handed),
    SERVICE,
  );
  expect(taken.map(({ id, status }) => [id, status])).toEqual([
    ["a", "created"],
    ["bad", "refused"],
    ["b", "created"],
  ]);
  expect(await select(home.db, "SELECT id FROM article ORDER BY id")).toEqual([{ id: "a" }, { id: "b" }]);
  expect(log).toEqual([expect.objectContaining({ event: "article failed", id: "bad" })]);
});
