/** What a poll costs on one machine: side by side with a bare Hono app on Node and with nginx, in turns. */
import { gunzipSync } from "node:zlib";
import { PARTNER_PATH, PATH, type PublishedDocument, publishDocument } from "./document.ts";
import type { Figure } from "./figures.ts";
import { Generator, pin } from "./load.ts";
import { type Server, startBare, startMachine } from "./machine.ts";
import { type Nginx, startNginx } from "./nginx.ts";
import { FAST, playAll, printTurns, type Runner, share } from "./turns.ts";
import { raw } from "./wire.ts";
import { withFolder } from "./workerd.ts";
import { WITH_PARTNER } from "./workers/definitions.ts";

/** Each may ask 100,000 times a minute. */
const KEYS = 8;

export const benchMachinePoll = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const ours = await startMachine(folder, WITH_PARTNER);
    const document = await publishDocument(ours.origin, KEYS);
    const constants = {
      body: document.gzip.toString("base64"),
      headers: own(document.headers),
      headers304: own(document.headers304),
    };
    const bare = await startBare(constants);
    const nginx = await startNginx(folder, gunzipSync(document.gzip), document.gzip);
    const generator = new Generator();
    for (const pid of [ours.pid, bare.pid, nginx?.pid ?? 0]) if (pid > 0) pin(pid, 0);
    try {
      const runners = contestants(document, ours, bare);
      const files = await ofNginx(nginx);
      const all = [...Object.values(runners), ...files];
      await playAll(generator, all);
      printTurns(all, document.gzip.byteLength);
      return toFigures(runners, files);
    } finally {
      generator.stop();
      nginx?.stop();
      await Promise.all([ours.stop(), bare.stop()]);
    }
  });

/** Without what Node itself writes into every answer. */
const own = ({ date: _, ...headers }: Record<string, string>): Record<string, string> => headers;

function contestants({ headers, keys, partnerEtag }: PublishedDocument, ours: Server, bare: Server) {
  const etag = headers.etag ?? "";
  return {
    bare200: runner("bare Hono on Node", bare, PATH, 200),
    ours200: runner("Wireproof", ours, PATH, 200),
    keyed200: { ...runner("Wireproof, with a partner's key", ours, PARTNER_PATH, 200), keys },
    bare304: runner("bare Hono on Node", bare, "/304", 304, etag),
    ours304: runner("Wireproof", ours, PATH, 304, etag),
    keyed304: { ...runner("Wireproof, with a partner's key", ours, PARTNER_PATH, 304, partnerEtag), keys },
  };
}

async function ofNginx(nginx: Nginx | null): Promise<Runner[]> {
  if (!nginx) {
    console.log("nginx is not installed, so it is not measured (Debian: apt-get install nginx-light)");
    return [];
  }
  const { etag } = (await raw(nginx.origin + PATH, { "accept-encoding": "gzip" })).headers;
  return [runner("nginx, static file", nginx, PATH, 200), runner("nginx, static file", nginx, PATH, 304, etag)];
}

const runner = (
  name: string,
  { origin, pid }: Pick<Server, "origin" | "pid">,
  path: string,
  status: number,
  etag?: string,
): Runner => ({
  name,
  url: origin + path,
  headers: { "accept-encoding": "gzip", ...(etag !== undefined && { "if-none-match": etag }) },
  status,
  pid,
  pace: FAST,
  seen: new Map(),
});

function toFigures(runners: ReturnType<typeof contestants>, [file200, file304]: Runner[]): Figure[] {
  return [
    ...share("Node: 200 gzip, hot, as a share of bare Hono", runners.ours200, runners.bare200, [0.8, 0.8]),
    ...share("Node: 304, hot, as a share of bare Hono", runners.ours304, runners.bare304, [0.8, 0.8]),
    ...share("Node: 200 gzip, with a key, as a share of the public one", runners.keyed200, runners.ours200, [0.9, 0.9]),
    ...share("Node: 304, with a key, as a share of the public one", runners.keyed304, runners.ours304, [0.9, 0.9]),
    ...(file200 ? share("Node: 200 gzip, hot, as a share of nginx", runners.ours200, file200, [null, null]) : []),
    ...(file304 ? share("Node: 304, hot, as a share of nginx", runners.ours304, file304, [0.65, null]) : []),
  ];
}
