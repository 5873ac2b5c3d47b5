import { get } from "node:http";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** As sent: not unpacked. */
  body: Buffer;
  /** All that came over the socket. */
  wireBytes: number;
}

/** One GET on a connection of its own, its answer as it came over the wire. */
export const raw = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, async (response) => {
      const { socket } = response;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const own = Object.entries(response.headers).filter(([name]) => name !== "connection" && name !== "keep-alive");
      resolve({
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
        body: Buffer.concat(chunks),
        wireBytes: socket.bytesRead,
      });
    }).on("error", reject);
  });
