import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Catalog } from "../../feed/catalog.ts";
import { BoundedMap } from "../../service/bounded-map.ts";
import type { Database, Home } from "../../service/home.ts";
import { answerFault } from "../../service/http/fault.ts";
import { plain } from "../../service/http/plain.ts";
import { newKept } from "../../service/kept.ts";
import type { Awaken } from "../../service/poll/cold.ts";
import { polledDocuments } from "../../service/polled-documents.ts";
import { noteAddress } from "../home.ts";
import { isOwnHost } from "../server/hosts.ts";
import { IncomingPoll, sendHot } from "../server/hot-exchange.ts";
import { type Origin, TrustedProxies } from "../server/proxies.ts";
import { kindOfPath, Traffic, type TrafficReport } from "../server/traffic.ts";
import type { FrontMethods } from "./contracts.ts";
import { type HandOn, pack } from "./hand-on.ts";

/** Host names whose judgement is remembered. */
const MAX_HOSTS = 200;

/** What goes with a request through the routes. */
interface Handed {
  /** Path and query. */
  target: string;
  origin: Origin;
}

interface FrontOptions {
  trustedProxies: string[];
  /** Beside the service's own. */
  hosts: string[];
}

/** What others do for it. */
interface Others {
  /** Answers everything but polls. */
  back: HandOn;
  awaken: Awaken;
}

/** The main thread's work: it accepts requests, answers polls itself, and hands all else on. Nothing here may take long. */
export class Front implements FrontMethods {
  readonly #traffic = new Traffic();
  readonly #kept;
  readonly #polls;
  readonly #catalog: Catalog;
  readonly #proxies: TrustedProxies;
  readonly #hosts: Set<string>;
  readonly #known = new BoundedMap<boolean>(MAX_HOSTS);
  readonly #db: Database;
  readonly #back: HandOn;

  constructor(home: Home, catalog: Catalog, { trustedProxies, hosts }: FrontOptions, { back, awaken }: Others) {
    this.#back = back;
    this.#db = home.db;
    this.#catalog = catalog;
    this.#kept = newKept(home);
    this.#proxies = new TrustedProxies(trustedProxies);
    this.#hosts = new Set([new URL(catalog.site.base).hostname, ...hosts].map((name) => name.toLowerCase()));
    this.#polls = polledDocuments(home, catalog, this.#kept, awaken);
    this.#polls.onError(answerFault);
    this.#polls.notFound(({ req, env }) => this.#handOn(req.raw, env as Handed));
  }

  /** An edition has become current. */
  confirm(...edition: Parameters<FrontMethods["confirm"]>): void {
    this.#kept.editions.confirm(...edition);
  }

  /** Stores what has been counted of polls. */
  flush(): Promise<void> {
    return this.#kept.counts.flush(this.#db);
  }

  traffic(): TrafficReport {
    return this.#traffic.report();
  }

  /** A request, as Hono's server for Node hands it in. */
  async fetch(request: Request, { incoming }: HttpBindings): Promise<Response> {
    const { target, host } = targetOf(incoming);
    const origin = this.#proxies.originOf(incoming.socket.remoteAddress ?? "", { ...incoming.headers, host });
    noteAddress(request, origin.address);
    const answer = this.#isOwn(origin.host)
      ? await this.#polls.fetch(request, { target, origin })
      : notOurs(origin.host, this.#catalog);
    this.#traffic.add(kindOfPath(target), answer.status);
    return answer;
  }

  /** Answers the poll that comes all day. @returns false where it is no such poll */
  sendHot(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    const { url = "", headers, socket } = incoming;
    const { host = "" } =
      headers["x-forwarded-host"] === undefined ? headers : this.#proxies.originOf(socket.remoteAddress ?? "", headers);
    if (!url.startsWith("/") || !this.#isOwn(host)) return false;
    const answer = this.#kept.hot.find(new IncomingPoll(incoming, this.#proxies));
    if (!answer) return false;
    sendHot(answer, outgoing);
    this.#traffic.add("hot", answer.status);
    return true;
  }

  /** A host that was found to be its own is known for some time. */
  #isOwn(host: string): boolean {
    return this.#known.getOrMake(host, () => isOwnHost(host, this.#hosts));
  }

  async #handOn(request: Request, { target, origin }: Handed): Promise<Response> {
    const own = new URL(this.#catalog.site.base);
    // Under its own name the service is reached as its address says, whatever proxy took the encryption off.
    const asked = origin.host === own.host ? own.origin : `${origin.protocol}://${origin.host}`;
    return this.#back({ ...pack(request, origin.address), url: asked + target });
  }
}

/**
 * What is asked for, and of which host. Where the request line has a whole address, that says so, whatever the Host header says
 * (RFC 9112 §3.2.2).
 */
function targetOf({ url = "/", headers }: IncomingMessage): { target: string; host: string } {
  const whole = url.startsWith("/") ? null : URL.parse(url);
  return whole
    ? { target: whole.pathname + whole.search, host: whole.host }
    : { target: url, host: headers.host ?? "" };
}

const notOurs = (host: string, { site }: Catalog): Response =>
  plain(421, `This is not ${host.slice(0, 100)}, but ${new URL(site.base).host}.`);
