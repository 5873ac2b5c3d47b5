import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { buffer } from "node:stream/consumers";
import { SITE_HOST } from "./recipe.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** An address of this machine (127.0.0.0/8) that the request comes from: a reader who is no proxy. */
  from?: string;
}

/** Asks what stands in front of the service, as if its name led here. */
export async function ask(port: number, path: string, { method, headers, body, from }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...{ host: "127.0.0.1", port, path, method, localAddress: from, agent: false },
        ...{ servername: SITE_HOST, rejectUnauthorized: false },
        headers: { host: SITE_HOST, ...headers },
      },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) }),
    );
    asking.once("error", reject);
    asking.end(body);
  });
}
