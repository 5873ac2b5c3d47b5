import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** What is asked, to the letter: no client of HTTP has a say in it. */
export interface Words {
  method?: string;
  /** As it stands in the first line. */
  target: string;
  host?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends a request to a port of this machine. @returns the answer's status and body; 0 where there is none */
export async function say(port: number, words: Words): Promise<{ status: number; body: string }> {
  const { method = "GET", target, host = `localhost:${port}`, headers = {}, body = "" } = words;
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const fields = { host, connection: "close", "content-length": String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  const answer = await text(socket).catch(() => "");
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0),
    body: answer.split("\r\n\r\n").slice(1).join(),
  };
}
