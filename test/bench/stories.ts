import { parseArticle } from "../../src/article/parse.ts";
import type { StoredArticle } from "../../src/feed/entry.ts";
import { stored } from "../stored.ts";

/** Seeded, so that every run measures the same text (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "harbour ferry council budget storm minister harvest strike rail bridge vote coast school hospital river market festival league goal coach inquiry report police court appeal union wages energy tariff solar grid flood defence island election ballot deputy mayor village museum archive orchestra novel exhibit drought reservoir fishery quota trawler export customs border visa asylum shelter housing tenant rent mortgage lender inflation currency pension subsidy carbon forest wildfire glacier summit treaty embassy envoy sanction ceasefire convoy relief refugee clinic vaccine nurse surgeon trial laboratory telescope orbit satellite antenna network outage cable software privacy regulator merger shareholder audit fraud whistleblower editor broadcast bulletin".split(
    " ",
  );
const JOINTS =
  "the of and to in a that for on with was by as at from had were has its after before over under against while because although when where which who would could should said told reporters on Tuesday according to officials".split(
    " ",
  );

/** Articles of news length: 300 to 900 words, with links, quotes, images, several authors. */
export function stories(count: number, seed = 1): StoredArticle[] {
  const next = random(seed);
  const pick = (list: string[]): string => list[Math.floor(next() * list.length)] ?? "";
  const words = (n: number): string =>
    Array.from({ length: n }, () => (next() < 0.45 ? pick(JOINTS) : pick(WORDS))).join(" ");
  const sentence = (): string => {
    const text = words(8 + Math.floor(next() * 18));
    const quoted = next() < 0.2 ? `“${text},” she said` : text;
    return `${quoted[0]?.toUpperCase()}${quoted.slice(1)}.`;
  };
  const paragraph = (): string => `<p>${Array.from({ length: 2 + Math.floor(next() * 3) }, sentence).join(" ")}</p>`;
  return Array.from({ length: count }, (_, index) => {
    const id = `2026-03-${index}-${words(4).replaceAll(" ", "-")}`;
    const body = Array.from({ length: 8 + Math.floor(next() * 10) }, paragraph).join("\n");
    const parsed = parseArticle({
      id,
      url: `https://gazette.example/2026/03/${id}`,
      title: `${sentence().slice(0, 90)} & more`,
      summary: sentence(),
      content_html: `${body}\n<p>Read <a href="/2026/03/${words(3).replaceAll(" ", "-")}?ref=a&amp;b=${index}">more</a> — <em>here</em>.</p>`,
      authors: [
        { name: `Ada ${pick(WORDS)}` },
        ...(next() < 0.4 ? [{ name: `Bo ${pick(WORDS)}`, url: "https://gazette.example/bo" }] : []),
      ],
      section: pick(["Politics", "Business", "Sport"]),
      tags: [pick(WORDS), pick(WORDS), pick(WORDS)],
      images: [
        {
          url: `https://gazette.example/i/${index}.jpg`,
          type: "image/jpeg",
          width: 1200,
          height: 800,
          length: 100_000 + index,
          caption: sentence(),
          credit: "Cy Photo",
        },
      ],
      rights: "© 2026 The Gazette",
      published_at: new Date(Date.UTC(2026, 2, 1) + index * 600_000).toISOString(),
    });
    if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
    return stored(`tag:gazette.example,2026:${encodeURIComponent(id)}`, parsed.article);
  }).reverse();
}
