import { millisecondsInSecond } from "date-fns/constants";
import type { Context, MiddlewareHandler } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Source } from "../../../feed/source.ts";
import type { ReadItem } from "../../../import/source-reading.ts";
import type { Home } from "../../home.ts";
import { MAX_BODY_BYTES, parseJson, readBody } from "../../http/body.ts";
import { NO_STORE } from "../../http/no-store.ts";
import { problem } from "../../http/problem.ts";
import type { Strangers } from "../../http/strangers.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { listNamed } from "../../store/source-items.ts";
import { saveSourceRefusals } from "../../store/source-refusals.ts";
import { makeDue, noteBrought, noteCalled, saveSources } from "../../store/sources.ts";
import { readAs } from "../read-as.ts";
import { sourceActor } from "../source-actor.ts";
import { Taking } from "../taking.ts";
import { readCall } from "./read-call.ts";
import { checkSignature, isSigned } from "./signatures.ts";

/** A source that calls is asked so long after its last call at the earliest: an editor who saves and saves makes one question of it. Milliseconds. */
const CALL_DELAY = 2 * millisecondsInSecond;

interface CallParts {
  home: Home;
  catalog: Catalog;
  ingest: Ingest;
  strangers: Pick<Strangers, "refuse">;
  /** Asks the sources that are due. */
  poll(): Promise<void>;
}

/**
 * `POST /api/sources/{name}` of a source that calls itself, in its own form: its signature takes the token's place. Whoever sends none,
 * and asks for something else, goes on to where the token is asked for.
 */
export const signedCalls =
  (parts: CallParts): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== "POST") return next();
    const { headers } = c.req.raw;
    if (headers.has("authorization") && !isSigned(headers)) return next();
    return answerCall(c, parts);
  };

async function answerCall(c: Context, parts: CallParts): Promise<Response> {
  const { home, catalog, strangers } = parts;
  const source = catalog.sources.get(c.req.param("name") ?? "");
  if (!source) return problem(404, "No source has this name.");
  if (source.secret === undefined)
    return problem(403, "The source has no secret in feeds/sources.ts: its calls are not taken.");
  const secret = home.secrets.ofSources?.[source.secret];
  if (secret === undefined) return problem(403, `${source.secret} is not set: the source's calls are not taken.`);
  const body = await readBody(c.req.raw, MAX_BODY_BYTES);
  if (body === null) return problem(413, `A call has at most ${MAX_BODY_BYTES} bytes.`);
  const signed = checkSignature(c.req.raw.headers, body, secret, Date.now());
  if (signed.status === "unsigned")
    return problem(
      401,
      "The call is not signed. It may be signed as Standard Webhooks, Ghost, GitHub or WP Webhooks do.",
    );
  if (signed.status === "wrong") {
    const seconds = await strangers.refuse(c.req.raw);
    const why = `The signature ${signed.why}.`;
    return seconds === null
      ? problem(401, why)
      : problem(429, `${why} Too many such calls were sent.`, undefined, { "retry-after": String(seconds) });
  }
  return take(parts, source, readCall(signed.form, parseJson(body)), signed.at);
}

async function take(
  { home, catalog, ingest, poll }: CallParts,
  source: Source,
  call: ReturnType<typeof readCall>,
  signedAt: number | null,
): Promise<Response> {
  const { db } = home;
  const now = Date.now();
  const { name } = source;
  await saveSources(db, [...catalog.sources.values()], now);
  // A clock that runs ahead must not keep out what is said later.
  const taking = new Taking({ db, ingest: ingest.by(sourceActor(source)) }, source, Math.min(signedAt ?? now, now));
  /** A Ghost that is asked says it itself; one that only calls has said all in its call. */
  async function read(post: Record<string, unknown>): Promise<ReadItem[]> {
    const { readGhostPosts } = await import("../../../import/ghost/site.ts");
    const { items, skipped } = await readGhostPosts([post], {}, readAs(source, catalog.site, now));
    for (const { where, reason } of skipped) taking.refuse(where, reason);
    return items;
  }
  const items = call.post && source.kind === "webhook" ? await read(call.post) : [call.item ?? []].flat();
  await taking.items(items);
  if (call.stands) await taking.standings(await listNamed(db, name, call.stands.names), call.stands.said);
  const { brought, refused, taken } = taking;
  const { created, changed, taken_back } = brought;
  if (created + changed + taken_back > 0) await noteBrought(db, name, brought, now);
  await saveSourceRefusals(db, name, { refused, taken, isWhole: false }, now);
  const [refusal] = refused;
  if (refusal) return problem(422, `The story was not taken in: ${refusal.reason}`);
  await noteCalled(db, name, now);
  // Its words are asked for at the site: what a call says of them, each form says in its own way.
  const isAsked = items.length === 0 && (await makeDue(db, name, now + CALL_DELAY));
  if (isAsked) home.afterAnswer(home.wait(CALL_DELAY).then(poll));
  const status = isAsked ? "asked" : "taken in";
  return Response.json(
    { status, source: name, created, changed, taken_back },
    { status: isAsked ? 202 : 200, headers: NO_STORE },
  );
}
