import type { Problem } from "../../article/parse.ts";

const TITLES = {
  400: "Bad request",
  401: "Not signed in",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  412: "Precondition failed",
  413: "Too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  500: "Internal error",
  503: "Unavailable",
} as const;

/** `application/problem+json` (RFC 9457), with every problem of the input and its JSON path. */
export function problem(
  status: keyof typeof TITLES,
  detail: string,
  problems?: Problem[],
  headers?: Record<string, string>,
): Response {
  const body = { type: "about:blank", title: TITLES[status], status, detail, problems };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
