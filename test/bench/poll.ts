/** What a poll costs: side by side on one workerd and one store, in turns. */
import { gunzipSync } from "node:zlib";
import { PARTNER_PATH, PATH, type PublishedDocument, publishDocument } from "./document.ts";
import type { Figure } from "./figures.ts";
import { Generator, pin } from "./load.ts";
import { startNginx } from "./nginx.ts";
import { FAST, playAll, printTurns, type Runner, SLOW, share } from "./turns.ts";
import { raw } from "./wire.ts";
import { startWorkerd, withFolder } from "./workerd.ts";

/** Each may ask 100,000 times a minute. */
const KEYS = 4;

export const benchPoll = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const document = await publish(folder);
    const nginx = await startNginx(folder, gunzipSync(document.gzip), document.gzip);
    const workerd = await startWorkerd(
      [
        { name: "ours" },
        {
          name: "bare",
          bindings: {
            BODY: document.gzip.toString("base64"),
            HEADERS: document.headers,
            HEADERS_304: document.headers304,
          },
        },
        { name: "feed" },
        { name: "feedsmith" },
      ],
      folder,
    );
    const generator = new Generator();
    for (const pid of [workerd.pid, nginx?.pid ?? 0]) if (pid > 0) pin(pid, 0);
    try {
      const { ours = "", bare = "", feed = "", feedsmith = "" } = workerd.origins;
      const of = (name: string, url: string, status: number, etag = document.headers.etag): Runner => ({
        name,
        url,
        headers: { "accept-encoding": "gzip", ...(status === 304 && { "if-none-match": etag ?? "" }) },
        status,
        pid: url.startsWith(nginx?.origin ?? "nginx") ? (nginx?.pid ?? 0) : workerd.pid,
        pace: FAST,
        seen: new Map(),
      });
      const { keys, partnerEtag } = document;
      const runners = {
        bare200: of("bare Hono, constant bytes", bare + PATH, 200),
        ours200: of("Wireproof", ours + PATH, 200),
        keyed200: { ...of("Wireproof, with a partner's key", ours + PARTNER_PATH, 200), keys },
        bare304: of("bare Hono, constant bytes", `${bare}/304`, 304),
        ours304: of("Wireproof", ours + PATH, 304),
        keyed304: { ...of("Wireproof, with a partner's key", ours + PARTNER_PATH, 304, partnerEtag), keys },
        feed: { ...of("Hono + feed on every request", feed + PATH, 200), pace: SLOW },
        feedsmith: { ...of("Hono + feedsmith on every request", feedsmith + PATH, 200), pace: SLOW },
      };
      const all = [...Object.values(runners)];
      if (nginx) {
        const { etag } = (await raw(nginx.origin + PATH, { "accept-encoding": "gzip" })).headers;
        const file = nginx.origin + PATH;
        all.push(of("nginx, static file", file, 200), of("nginx, static file", file, 304, etag));
      } else console.log("nginx is not installed, so it is not measured (Debian: apt-get install nginx-light)");
      await playAll(generator, all);
      printTurns(all, document.gzip.byteLength);
      return toFigures(runners);
    } finally {
      generator.stop();
      nginx?.stop();
      await workerd.stop();
    }
  });

/** One edition in the store of a worker that publishes. */
async function publish(folder: string): Promise<PublishedDocument> {
  const workerd = await startWorkerd([{ name: "ours", publishes: true }], folder);
  try {
    return await publishDocument(workerd.origins.ours ?? "", KEYS);
  } finally {
    await workerd.stop();
  }
}

const toFigures = (
  runners: Record<
    "bare200" | "ours200" | "keyed200" | "bare304" | "ours304" | "keyed304" | "feed" | "feedsmith",
    Runner
  >,
): Figure[] => [
  ...share("200 gzip, hot, as a share of the bare worker's", runners.ours200, runners.bare200, [0.85, 0.85]),
  ...share("304, hot, as a share of the bare worker's", runners.ours304, runners.bare304, [0.85, 0.85]),
  ...share("200 gzip, hot, with a key, as a share of the public one's", runners.keyed200, runners.ours200, [0.7, 0.7]),
  ...share("304, hot, with a key, as a share of the public one's", runners.keyed304, runners.ours304, [0.7, 0.7]),
  ...share("200 gzip, hot, over Hono + feed", runners.ours200, runners.feed, [20, 20]),
  ...share("200 gzip, hot, over Hono + feedsmith", runners.ours200, runners.feedsmith, [10, 10]),
];
