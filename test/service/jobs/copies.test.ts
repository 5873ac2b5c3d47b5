import { afterEach, describe, expect, it, vi } from "vitest";
import { Copies } from "../../../src/service/jobs/copies.ts";
import type { CurrentEdition } from "../../../src/service/store/validators.ts";
import { logged } from "../logged.ts";

const VALIDATORS = { etag: "a", modified: 0 };
const EDITION: CurrentEdition = { number: 7, validators: { rss: VALIDATORS, atom: VALIDATORS, json: VALIDATORS } };

afterEach(() => vi.restoreAllMocks());

describe("the copies of an edition before", () => {
  it("give way in memory first, and then in the cache in front, by the feed's tag", async () => {
    const done: unknown[] = [];
    const copies = new Copies(
      { confirm: (...given) => void done.push(given) },
      { purge: async (tags) => void done.push(tags) },
    );
    await copies.supersede("all", EDITION);
    expect(done).toEqual([["all", EDITION], ["feed-all"]]);
  });

  it("are in memory alone where no cache stands in front", async () => {
    const confirm = vi.fn();
    await new Copies({ confirm }, {}).supersede("all/archive/2", EDITION);
    expect(confirm).toHaveBeenCalledOnce();
  });

  it("end with their age where the cache takes no purge: the edition is published all the same, and the log tells", async () => {
    const written = logged();
    const confirm = vi.fn();
    const purge = async () => {
      throw new Error("too many purges");
    };
    await new Copies({ confirm }, { purge }).supersede("all", EDITION);
    expect(confirm).toHaveBeenCalledOnce();
    expect(written).toEqual([{ level: "error", event: "purge failed", key: "all", error: "Error: too many purges" }]);
  });
});
