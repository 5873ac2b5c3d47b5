import { describe, expect, it } from "vitest";
import { Proofread } from "../../../../src/service/pages/feed/proof.tsx";
import type { FeedState } from "../../../../src/service/store/feeds.ts";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { site, stateOf } from "../fixtures.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const proof = (state: FeedState | undefined, long = false) =>
  text(render(Proofread, { site, state, now: NOW, long })).trim();

describe("the proof of a feed", () => {
  it.each([
    ["that the store does not know", undefined],
    ["that has no edition", stateOf({ edition: 0, published_at: 0 })],
  ])("%s is not there yet", (_, state) => expect(proof(state)).toBe("Not published yet"));

  it.each([0, 3])("of one that is asleep is yet to come, whatever it had (edition %i)", (edition) =>
    expect(proof(stateOf({ asleep: 1, edition }))).toBe("Composed and proofread as soon as a feed reader asks for it"),
  );

  it("says in a line when it was read, and how much was compared", () => {
    expect(proof(stateOf())).toMatch(/^Proofread 4 hours ago : 3 formats, \d\d fields a story$/);
  });

  it.each([
    [1, "The one story was read back"],
    [12, "All 12 stories were read back"],
  ])("says at length what was done with %i stories", (entries, words) => {
    const long = proof(stateOf({ entries }), true);
    expect(long).toContain(`Proofread 4 hours ago . ${words} from RSS, Atom and JSON Feed,`);
    expect(long).toMatch(/and \d\d fields of each compared .* nothing was lost or altered\.$/);
  });

  it.each([false, true])("says that a newer edition is held back, where one is (at length: %s)", (long) => {
    expect(proof(stateOf({ refusal: [] }), long)).toMatch(/\. A newer edition is held back until it reads right\.$/);
    expect(proof(stateOf(), long)).not.toContain("held back");
  });
});
