import type { IncomingMessage, ServerResponse } from "node:http";
import type { PollRequest } from "../../service/home.ts";
import type { HotAnswer } from "../../service/poll/hot.ts";
import type { TrustedProxies } from "./proxies.ts";

/** A request as the hot path reads it: nothing is made of what it does not ask for. */
export class IncomingPoll implements PollRequest {
  readonly #incoming: IncomingMessage;
  readonly #proxies: TrustedProxies;
  readonly url: string;

  constructor(incoming: IncomingMessage, proxies: TrustedProxies) {
    this.#incoming = incoming;
    this.#proxies = proxies;
    this.url = `http://${incoming.headers.host}${incoming.url}`;
  }

  get method(): string {
    return this.#incoming.method ?? "";
  }

  /** The client's. */
  get address(): string {
    const { socket, headers } = this.#incoming;
    return this.#proxies.originOf(socket.remoteAddress ?? "", headers).address;
  }

  get headers(): IncomingPoll {
    return this;
  }

  get(name: string): string | null {
    const value = this.#incoming.headers[name];
    return typeof value === "string" ? value : (value?.join(", ") ?? null);
  }

  has(name: string): boolean {
    return this.#incoming.headers[name] !== undefined;
  }
}

/** Headers as Node writes them: name, value, name, value. An edition's answers share theirs. */
const flat = new WeakMap<Headers, string[]>();

/** Sends an answer of the hot path. */
export function sendHot({ status, headers, body }: HotAnswer, outgoing: ServerResponse): void {
  let lines = flat.get(headers);
  if (!lines) {
    lines = [...headers].flat();
    flat.set(headers, lines);
  }
  outgoing.writeHead(status, lines);
  outgoing.end(body ?? undefined);
}
