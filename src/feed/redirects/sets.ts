import type { ReadOldFeed } from "./old-feed.ts";
import { blogger } from "./sets/blogger.ts";
import { astro, eleventy, hexo, hugo, jekyll } from "./sets/generators.ts";
import { ghost } from "./sets/ghost.ts";
import { medium, squarespace, substack } from "./sets/hosted.ts";
import { wordpress } from "./sets/wordpress.ts";

/** By their names, the addresses that kinds of sites have for their feeds. */
export const SETS = {
  wordpress,
  ghost,
  medium,
  substack,
  blogger,
  squarespace,
  jekyll,
  hugo,
  eleventy,
  hexo,
  astro,
} satisfies Record<string, ReadOldFeed>;

export type SetName = keyof typeof SETS;

export const SET_NAMES = Object.keys(SETS) as [SetName, ...SetName[]];
