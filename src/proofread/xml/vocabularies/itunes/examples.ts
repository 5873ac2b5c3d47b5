import { documentOf } from "../../examples.ts";
import { ITUNES } from "./namespace.ts";

/** What Apple asks every podcast's channel for. */
const REQUIRED = {
  "itunes:category": '<itunes:category text="News"/>',
  "itunes:explicit": "<itunes:explicit>false</itunes:explicit>",
  "itunes:image": '<itunes:image href="https://gazette.example/cover.jpg"/>',
  "itunes:owner": "<itunes:owner><itunes:email>desk@gazette.example</itunes:email></itunes:owner>",
};

/** A small podcast that is in order, with parts of its own. */
export const podcastDocument: typeof documentOf = (format, parts = {}) => {
  const { feed = "", without = [] } = parts;
  const missing = Object.entries(REQUIRED).flatMap(([name, markup]) =>
    feed.includes(`<${name}`) || without.includes(name) ? [] : [markup],
  );
  return documentOf(format, {
    ...parts,
    feed: [feed, ...missing].filter(Boolean).join("\n"),
    namespaces: { itunes: ITUNES },
  });
};
