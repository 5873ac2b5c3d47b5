/** The steps of random lives of stories, for `model.test.ts`. */
import fc from "fast-check";
import type { Story } from "./model.ts";

/** What happens to a story, or to the clock. */
export type Step =
  | {
      do: "create" | "edit" | "trivial" | "markup" | "move" | "lift" | "correct" | "withhold" | "release" | "retract";
      which: number;
    }
  | { do: "embargo" | "expire"; which: number; inMs: number }
  | { do: "clock"; byMs: number };

const which = fc.nat({ max: 5 });
/** Around now, shorter than a second, and beyond the windows of what is kept. */
const span = fc.oneof(fc.constantFrom(1, 400, 1_000, 60_000), fc.integer({ min: -120_000, max: 120_000 }));
/** Any step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("create" as const), which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("edit", "trivial", "markup", "move", "lift", "correct", "withhold", "release", "retract"),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("embargo", "expire"), which, inMs: span }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      byMs: fc.oneof(fc.integer({ min: 1, max: 180_000 }), fc.constant(36 * 86_400_000)),
    }),
  },
) as fc.Arbitrary<Step>;

/** A story as it is first written. */
export const freshStory = (id: string, now: number, which: number): Story => ({
  id,
  section: which % 2 ? "Politics" : "Sport",
  title: `Title of ${id}`,
  body: `Body of ${id}.`,
  published: now - which * 60_000,
  status: "usable",
  corrections: [],
});

/** What a step makes of a story, and whether readers need not look again for it. */
export function changeStory(one: Exclude<Step, { do: "clock" }>, story: Story, now: number, count: number) {
  const plain = (fields: Partial<Story>, more: { trivial?: boolean; minor?: boolean } = {}) => ({
    changed: { ...story, ...fields },
    ...more,
    minor: more.minor ?? false,
  });
  switch (one.do) {
    case "create":
      return plain({ status: story.status === "canceled" ? "canceled" : "usable" }, { trivial: true });
    case "edit":
      return plain({ body: `Body of ${story.id}, edit ${count}.` });
    case "trivial":
      return plain({ body: `Body of ${story.id}, slip ${count}.` }, { trivial: true, minor: true });
    case "markup":
      return plain({}, { trivial: true });
    case "move":
      return plain({ section: story.section === "Politics" ? "Sport" : "Politics" }, { trivial: true });
    case "lift":
      return plain({ embargo: undefined }, { trivial: true });
    case "correct":
      return plain({ corrections: [...story.corrections, { at: now - 5, note: `Note ${count}.` }] });
    case "withhold":
      return plain({ status: "withheld" }, { trivial: true });
    case "release":
      return plain({ status: "usable" }, { trivial: true });
    case "retract":
      return plain({ status: "canceled" }, { trivial: true });
    case "embargo":
      return plain({ embargo: now + one.inMs }, { trivial: true });
    case "expire":
      return plain({ expires: now + one.inMs }, { trivial: true });
  }
}

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

/** A story as its desk sends it. */
export const toArticle = (story: Story, markup: number) => ({
  id: story.id,
  url: `https://gazette.example/${story.id}`,
  title: story.title,
  content_html: `<p>${markup ? `<em data-n="${markup}">${story.body}</em>` : story.body}</p>`,
  section: story.section,
  published_at: iso(story.published),
  embargo_until: iso(story.embargo),
  expires_at: iso(story.expires),
  status: story.status,
  corrections: story.corrections.map(({ at, note }) => ({ at: iso(at), note })),
});
