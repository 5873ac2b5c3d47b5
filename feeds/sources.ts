import type { SourceInput } from "../src/feed/source.ts";

/**
 * Systems that stories stay in and come from: `src/service/sources/README.md` says how. The sample newsroom has none. One would be
 *
 *   defineSource({ kind: "wordpress", name: "gazette", url: "https://gazette.example/", every: 5 }),
 *
 * with `defineSource` from `../src/feed/source.ts`.
 */
export const sources: SourceInput[] = [];
