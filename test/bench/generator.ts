/**
 * Load, in a process of its own: keep-alive connections, each with one request at a time, for as long as it is told. Every
 * answer's status is compared, and its body counted by Content-Length. Node's HTTP clients need more CPU for an answer than
 * the worker that is measured, so this one speaks to the socket.
 *
 * Its parent sends a `Load`, and gets a `Measured` back.
 */
import { connect, type Socket } from "node:net";

export interface Load {
  url: string;
  headers: Record<string, string>;
  status: number;
  connections: number;
  milliseconds: number;
  /** Between an answer and the next request of a connection. Milliseconds; absent: none. */
  pause?: number;
}

export interface Measured {
  requests: number;
  /** Headers included. */
  bytes: number;
  seconds: number;
  /** Of one answer, milliseconds. */
  median: number;
  p99: number;
  most: number;
  /** Whatever was not as it should be. */
  fault?: string;
}

/** Bytes. */
const MAX_HEAD = 4096;

process.on("message", (load: Load) => {
  run(load).then((measured) => process.send?.(measured));
});

async function run({ url, headers, status, connections, milliseconds, pause }: Load): Promise<Measured> {
  const { hostname, port, pathname } = new URL(url);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const total = { bytes: 0, times: [] as number[], fault: undefined as string | undefined };
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      return repeat(socket, request, { status, end, pause }, total);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const times = total.times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  const [median, p99, most] = [at(0.5), at(0.99), times.at(-1) ?? Number.NaN];
  return { requests: times.length, bytes: total.bytes, seconds, median, p99, most, fault: total.fault };
}

function repeat(
  socket: Socket,
  request: Buffer,
  { status, end, pause }: { status: number; end: number; pause?: number },
  total: { bytes: number; times: number[]; fault: string | undefined },
): Promise<void> {
  return new Promise((resolve) => {
    let head = "";
    let received = 0;
    /** The whole answer's bytes; 0 while its head is not complete. */
    let expected = 0;
    let sent = 0;
    const ask = (): void => {
      if (performance.now() >= end || total.fault !== undefined) return void socket.destroy();
      head = "";
      received = expected = 0;
      sent = performance.now();
      socket.write(request);
    };
    socket.on("connect", ask);
    socket.on("error", (error) => {
      total.fault ??= String(error);
    });
    socket.on("close", () => resolve());
    socket.on("data", (data) => {
      received += data.byteLength;
      if (expected === 0) {
        head += data.toString("latin1", 0, MAX_HEAD);
        const close = head.indexOf("\r\n\r\n");
        if (close < 0) return;
        const length = lengthOf(head.slice(0, close), status);
        if (length === undefined) total.fault ??= head.slice(0, close);
        expected = close + 4 + (length ?? 0);
      }
      if (received < expected) return;
      total.bytes += received;
      total.times.push(performance.now() - sent);
      if (pause === undefined) ask();
      else setTimeout(ask, pause);
    });
  });
}

/** Undefined for an answer that is not the one expected. */
function lengthOf(head: string, status: number): number | undefined {
  if (!head.startsWith(`HTTP/1.1 ${status} `)) return undefined;
  if (status === 304) return 0;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  return length === undefined ? undefined : Number(length);
}
