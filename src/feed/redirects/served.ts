import { FORMATS } from "../feed.ts";
import type { Address } from "./address.ts";

/** As much as has to be known of what is published. */
export interface Shelves {
  definitions: Map<string, unknown>;
  moved: Map<string, string>;
  retired: Set<string>;
  families: Map<string, { access: "public" | "partner"; retired: boolean; by: unknown[] }>;
  movedFamilies: Map<string, string>;
  partner: { definitions: Map<string, unknown>; moved: Map<string, string>; retired: Map<string, unknown> };
}

/** Paths of the service, and what everything below them is its own for, beside its feeds. */
const OWN = [
  "/api",
  "/desk",
  "/partner",
  "/partners",
  "/files",
  "/hub",
  "/health",
  "/audience",
  "/proofread",
  "/metrics",
  "/.well-known",
];
const FILES = ["/feeds.opml", "/news-sitemap.xml", "/robots.txt"];

/** Whether something of the service's own is at an address, or may be. */
export function isServed(shelves: Shelves, { path, query }: Address): boolean {
  if (path === "/") return query.size === 0;
  if (FILES.includes(path) || /^\/style\.\w+\.css$/.test(path)) return true;
  if (OWN.some((own) => path === own || path.startsWith(`${own}/`))) return true;
  const slug = /^\/feeds\/(.+)$/.exec(path)?.[1];
  return slug !== undefined && isFeed(shelves, slug.replace(ENDING, ""));
}

const ENDING = new RegExp(`(/archive/\\d+)?(\\.(${FORMATS.join("|")}|css))?$`);

/** Whether a feed is, or was, at a slug; below the path of a family there may be any. */
function isFeed({ definitions, moved, retired, families, movedFamilies }: Shelves, slug: string): boolean {
  if (definitions.has(slug) || moved.has(slug) || retired.has(slug)) return true;
  const paths = [...families].filter(([, { access }]) => access === "public").map(([path]) => path);
  return [...paths, ...movedFamilies.keys()].some((path) => slug === path || slug.startsWith(`${path}/`));
}
