import type { Transferable } from "node:worker_threads";
import { noteAddress } from "../home.ts";
import { Transferred } from "./calls.ts";

/** A request as it goes from the thread that accepted it to the one that answers it. */
export interface HandedRequest {
  method: string;
  url: string;
  headers: [string, string][];
  body: ReadableStream<Uint8Array> | null;
  /** The client's. */
  address: string | null;
}

export interface HandedResponse {
  status: number;
  headers: [string, string][];
  body: ReadableStream<Uint8Array> | null;
}

export const pack = ({ method, url, headers, body }: Request, address: string | null): HandedRequest => ({
  method,
  url,
  headers: [...headers],
  body: method === "GET" || method === "HEAD" ? null : body,
  address,
});

/** Lets another thread answer a request. */
export type HandOn = (request: HandedRequest) => Promise<Response>;

export const handOnTo =
  (fetch: (request: HandedRequest, transfer: Transferable[]) => Promise<HandedResponse>): HandOn =>
  async (request) => {
    const { status, headers, body } = await fetch(request, bodyOf(request));
    return new Response(body, { status, headers });
  };

/** Answers requests that another thread has handed on. */
export const answerHanded =
  (fetch: (request: Request) => Response | Promise<Response>) =>
  async ({ url, address, ...init }: HandedRequest): Promise<Transferred<HandedResponse>> => {
    const request = new Request(url, { ...init, ...(init.body && { duplex: "half" }) });
    if (address !== null) noteAddress(request, address);
    const { status, headers, body } = await fetch(request);
    const answer = { status, headers: [...headers], body };
    return new Transferred(answer, bodyOf(answer));
  };

/** A body is handed over, for a stream cannot be copied. */
const bodyOf = ({ body }: HandedRequest | HandedResponse): Transferable[] => (body ? [body as Transferable] : []);
