/** Plain data in, plain data out. */
const PURE = [
  "src/article",
  "src/feed",
  "src/verify",
  "src/edition",
  "src/partner",
  "src/audience",
  "src/people",
  "src/media",
  "src/hub",
];

/** What every room of the service may use beside those below it. */
const GROUND = [
  "src/service/home.ts",
  "src/service/examination.ts",
  "src/service/conflict.ts",
  "src/service/patience.ts",
  "src/service/bounded-map.ts",
  "src/service/sized-map.ts",
  "src/service/log.ts",
  "src/service/store-fault.ts",
  "src/service/elapsed.ts",
  "src/service/shared-copies.ts",
  "src/service/describe",
  ...PURE,
];

/** All rooms below those that stand on all. */
const ALL_ROOMS = [
  "store",
  "http",
  "jobs",
  "pages",
  "poll",
  "audience",
  "partner",
  "openapi",
  "sources",
  "proofread",
  "audit",
  "files",
  "sending",
  "hub",
  "webhooks",
];

/** The longest name that a file's path starts with decides its floor; each may import from those listed. */
export const FLOORS: Record<string, string[]> = {
  "src/article": [],
  "src/audience": [],
  "src/people": [],
  "src/media": [],
  // WebSub as data.
  "src/hub": ["src/feed", "src/article", "src/partner/address.ts"],
  "src/feed": ["src/article"],
  // It runs in browsers.
  "src/web": ["src/article/html/allowed.ts"],
  "src/import": ["src/article"],
  "src/render": ["src/feed", "src/article"],
  "src/partner": ["src/feed", "src/article"],
  "src/verify": ["src/feed", "src/article"],
  "src/proofread": [
    "src/verify/parse",
    "src/verify/discrepancy.ts",
    // What trips the library trips the readers that are built on it.
    "src/verify/read/library.ts",
    "src/article",
  ],
  "src/edition": ["src/feed", "src/render", "src/verify", "src/article"],

  "src/service/home.ts": ["src/article/parse-line.ts", "src/service/examination.ts"],
  "src/service/examination.ts": ["src/proofread"],
  "src/service/conflict.ts": [],
  "src/service/store-fault.ts": [],
  "src/service/patience.ts": ["src/service/store-fault.ts"],
  "src/service/bounded-map.ts": [],
  "src/service/sized-map.ts": [],
  "src/service/log.ts": ["src/service/store-fault.ts", "src/service/elapsed.ts"],
  "src/service/elapsed.ts": [],
  ...rooms({
    describe: [],
    store: [],
    http: ["store"],
    jobs: ["store", "http"],
    pages: ["store", "http", "jobs"],
    // No job, and with it no renderer: a poll is answered from what is stored.
    poll: ["store", "http"],
    files: ["store", "http"],
    audience: ["store", "http", "jobs", "pages", "poll"],
    partner: ["store", "http", "jobs", "pages", "poll"],
    openapi: ["store", "http", "jobs", "pages", "poll"],
    sources: ["store", "http", "jobs"],
    // The log's words and questions, for people and for programs.
    audit: ["store"],
    proofread: ["store", "http", "jobs", "pages", "poll", "sources"],
    // Requests to others' servers, whatever they are for.
    sending: ["store", "http"],
    hub: ["store", "http", "jobs", "poll", "partner", "sending"],
    webhooks: ["store", "http", "jobs", "sending"],
    desk: ALL_ROOMS,
    api: ALL_ROOMS,
  }),
  "src/service": ["src/service", ...GROUND],
  // What browsers load is made before wrangler takes the worker in.
  "src/edge": ["src/service", ...PURE, "feeds", ".wrangler/browser"],
  "src/node": ["src/service", ...PURE],
  "src/cli": [...PURE, "src/node", "src/service", "src/render", "src/import", "src/proofread", "feeds"],
  feeds: ["src/feed/definition.ts", "src/feed/family.ts", "src/feed/source.ts"],
};

/** More for single rooms. */
export const EXTRA: Record<string, string[]> = {
  // The preview reads what is pasted.
  "src/service/desk": ["src/import"],
  // Whatever is given to it is proofread, and what cannot be fetched is told in the words of who reads sites.
  "src/service/proofread": ["src/proofread", "src/import/sites/site-reader.ts"],
  // A source speaks as an old feed or another system does.
  "src/service/sources": ["src/import"],
};

function rooms(below: Record<string, string[]>): Record<string, string[]> {
  const path = (room: string) => `src/service/${room}`;
  return Object.fromEntries(
    Object.entries(below).map(([room, others]) => [path(room), [...GROUND, ...others.map(path)]]),
  );
}
