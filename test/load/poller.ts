import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { FORMATS, type Format } from "./editions.ts";

/** The three documents of a feed, fetched together. */
export interface Sight {
  /** Before the first was asked for. Milliseconds. */
  askedAt: number;
  /** When the last was there. Milliseconds. */
  answeredAt: number;
  etags: Record<Format, string>;
  /** The latest change that each tells of; NaN where the answer was 304 or a delta. */
  changes: Record<Format, number>;
}

export interface Seen {
  sights: Sight[];
  statuses: Map<number, number>;
  faults: string[];
}

/** What readers in the field send: few unpack nothing, some take deltas. */
const KINDS: Record<string, string>[] = [
  { "accept-encoding": "gzip" },
  { "accept-encoding": "gzip, deflate", "a-im": "feed" },
  { "accept-encoding": "br, gzip" },
  {},
];

/** One poller: all formats at once on connections of its own, validators sent back, a pause, again. */
export async function pollUntil(end: number, origin: string, index: number, pause: number, seen: Seen): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: FORMATS.length });
  const etags: Partial<Record<Format, string>> = {};
  // Spread over the first pause, as pollers are.
  await sleep((index * 7919) % pause);
  while (Date.now() < end) {
    const askedAt = Date.now();
    const answers = await Promise.all(FORMATS.map((format) => ask(agent, origin, format, etags[format], index)));
    const answeredAt = Date.now();
    const changes = { rss: Number.NaN, atom: Number.NaN, json: Number.NaN };
    for (const [at, format] of FORMATS.entries()) {
      const { status = 0, etag, change = Number.NaN, fault } = answers[at] ?? {};
      seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
      if (fault !== undefined) seen.faults.push(fault);
      if (etag !== undefined) etags[format] = etag;
      changes[format] = change;
    }
    const { rss, atom, json } = etags;
    if (
      rss !== undefined &&
      atom !== undefined &&
      json !== undefined &&
      answers.every(({ etag }) => etag !== undefined)
    )
      seen.sights.push({ askedAt, answeredAt, etags: { rss, atom, json }, changes });
    await sleep(pause);
  }
  agent.destroy();
}

interface Answer {
  status: number;
  etag?: string;
  change?: number;
  fault?: string;
}

const ask = (agent: Agent, origin: string, format: Format, etag: string | undefined, index: number): Promise<Answer> =>
  new Promise((resolve) => {
    const headers = { ...KINDS[index % KINDS.length], ...(etag !== undefined && { "if-none-match": `W/"${etag}"` }) };
    const request = get(`${origin}/feeds/all.${format}`, { agent, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(answerOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
    });
    request.on("error", (error) => resolve({ status: 0, fault: String(error) }));
  });

function answerOf(status: number, headers: IncomingHttpHeaders, body: Buffer): Answer {
  const etag = /^W\/"(.*)"$/.exec(headers.etag ?? "")?.[1];
  if (etag === undefined || ![200, 226, 304].includes(status)) return { status, fault: `answered ${status}` };
  if (status !== 200) return { status, etag };
  const text = unpack(headers["content-encoding"], body);
  const change = Math.max(...[...text.matchAll(/Change (\d+)\b/g)].map((match) => Number(match[1])));
  if (!/(<\/rss>|<\/feed>|\})\s*$/.test(text)) return { status, etag, fault: "a document was cut off" };
  return { status, etag, change };
}

function unpack(coding: string | undefined, body: Buffer): string {
  if (coding === "gzip") return gunzipSync(body).toString();
  return coding === "br" ? brotliDecompressSync(body).toString() : body.toString();
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
