import { connect } from "node:net";
import type { RawRequest } from "./requests.ts";

/** A status; or that the connection was closed instead; or that neither came in time. */
export type Outcome = number | "closed" | "hung";

/**
 * Sends requests over one connection, all at once (RFC 9112 §9.3.2).
 *
 * @param bound milliseconds without a byte after which an answer counts as hung
 * @returns what became of each, in their order
 */
export function sendAll(port: number, requests: RawRequest[], bound: number): Promise<Outcome[]> {
  return new Promise((resolve) => {
    const outcomes: Outcome[] = [];
    const socket = connect({ host: "127.0.0.1", port, noDelay: true, timeout: bound });
    const end = (outcome: Outcome): void => {
      socket.destroy();
      const [first, ...others] = requests.slice(outcomes.length);
      resolve([...outcomes, ...(first ? [outcome] : []), ...others.map((): Outcome => "closed")]);
    };
    const reader = new AnswerReader((status) => {
      outcomes.push(status);
      if (outcomes.length === requests.length) end("closed");
    });
    socket.on("data", (data) => reader.read(data, () => requests[outcomes.length]?.method === "HEAD"));
    socket.on("timeout", () => end("hung"));
    socket.on("error", () => end("closed"));
    socket.on("close", () => end("closed"));
    for (const { bytes } of requests) socket.write(bytes);
    // What may promise more than it sends is not to be waited for by the server.
    if (requests.some(({ isBroken }) => isBroken)) socket.end();
  });
}

/** Finds where answers end (RFC 9112 §6.3), and keeps nothing of them but their status. */
class AnswerReader {
  readonly #onAnswer: (status: number) => void;
  /** What has come of a head, or of a line between chunks. */
  #text = "";
  #status = 0;
  #inside: "head" | "body" | "chunk" | "trailer" | "rest" = "head";
  /** Bytes of a body or chunk that are still to come. */
  #left = 0;

  constructor(onAnswer: (status: number) => void) {
    this.#onAnswer = onAnswer;
  }

  read(data: Buffer, isHead: () => boolean): void {
    for (let at = 0; at < data.length; ) {
      if (this.#inside === "rest") return;
      if (this.#left > 0) {
        const taken = Math.min(this.#left, data.length - at);
        this.#left -= taken;
        at += taken;
        if (this.#left === 0 && this.#inside === "body") this.#finish();
        continue;
      }
      this.#text += String.fromCharCode(data[at] ?? 0);
      at += 1;
      this.#readText(isHead);
    }
  }

  #readText(isHead: () => boolean): void {
    if (this.#inside === "head" && this.#text.endsWith("\r\n\r\n")) this.#readHead(this.#text, isHead());
    else if (this.#inside === "chunk" && /.\r\n$/.test(this.#text)) {
      const size = Number.parseInt(this.#text.trim(), 16);
      if (size === 0) this.#inside = "trailer";
      // The line end after a chunk belongs to it.
      else this.#left = size + 2;
      this.#text = size === 0 ? "\r\n" : "";
    } else if (this.#inside === "trailer" && this.#text.endsWith("\r\n\r\n")) this.#finish();
  }

  #readHead(text: string, isHead: boolean): void {
    this.#text = "";
    this.#status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1]);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? Number.NaN);
    // An interim answer is followed by the final one (RFC 9110 §15.2).
    if (this.#status < 200) return;
    if (isHead || this.#status === 204 || this.#status === 304 || length === 0) this.#finish();
    else {
      this.#left = length || 0;
      this.#inside = length > 0 ? "body" : /\r\ntransfer-encoding: *chunked/i.test(text) ? "chunk" : "rest";
    }
  }

  #finish(): void {
    this.#text = "";
    this.#inside = "head";
    this.#onAnswer(this.#status);
  }
}
