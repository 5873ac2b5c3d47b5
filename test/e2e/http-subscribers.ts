import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one callback was sent. */
export interface Pushed {
  at: number;
  body: string;
  headers: IncomingMessage["headers"];
  isSigned: boolean;
}

/** How a callback answers what it is sent: with a status, or at some time, or never. */
export type Manner = (response: ServerResponse, count: number) => void;

export const accepting: Manner = (response) => void response.writeHead(204).end();

/** Real subscribers over loopback, all on one server: each confirms what it is asked, and checks each signature by itself. */
export class HttpSubscribers {
  readonly pushed = new Map<string, Pushed[]>();
  /** Callbacks that were asked whether they want it. */
  readonly confirmed = new Set<string>();
  readonly manners = new Map<string, Manner>();
  readonly #server: Server;
  /** In hand now, by callback: two at once would be a fault of the hub's. */
  readonly #inHand = new Map<string, number>();
  readonly overlaps: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<HttpSubscribers> {
    const subscribers = new HttpSubscribers();
    await new Promise<void>((resolve) => subscribers.#server.listen(0, "127.0.0.1", resolve));
    return subscribers;
  }

  /** @param host a name or address that leads to this machine */
  callback(name: string, host = "127.0.0.1"): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}/${name}`;
  }

  to(name: string): Pushed[] {
    return this.pushed.get(name) ?? [];
  }

  /** Subscribes one to a topic, with its name as the secret. */
  async subscribe(hub: string, topic: string, name: string, more: Record<string, string> = {}): Promise<number> {
    const form = {
      "hub.mode": "subscribe",
      "hub.topic": topic,
      "hub.callback": this.callback(name),
      "hub.secret": name,
    };
    const response = await fetch(hub, { method: "POST", body: new URLSearchParams({ ...form, ...more }) });
    await response.text();
    return response.status;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://subscriber.example");
    const name = pathname.slice(1);
    if (request.method === "GET") {
      this.confirmed.add(name);
      response.end(searchParams.get("hub.challenge"));
      return;
    }
    const inHand = (this.#inHand.get(name) ?? 0) + 1;
    this.#inHand.set(name, inHand);
    if (inHand > 1) this.overlaps.push(name);
    response.once("close", () => this.#inHand.set(name, (this.#inHand.get(name) ?? 1) - 1));
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // The hub was killed in the middle of it.
      return;
    }
    const body = Buffer.concat(chunks);
    const { headers } = request;
    const isSigned = headers["x-hub-signature"] === `sha256=${createHmac("sha256", name).update(body).digest("hex")}`;
    const all = this.to(name);
    this.pushed.set(name, all);
    all.push({ at: Date.now(), body: body.toString(), headers, isSigned });
    (this.manners.get(name) ?? accepting)(response, all.length);
  }
}
