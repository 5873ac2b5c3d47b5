/** The limit: a Hono app on Node that answers with constant bytes and headers, and knows nothing of polls. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** What the parent sends first. */
export interface Constants {
  /** Base64. */
  body: string;
  headers: Record<string, string>;
  headers304: Record<string, string>;
}

process.once("message", ({ body, headers, headers304 }: Constants) => {
  const bytes = new Uint8Array(Buffer.from(body, "base64"));
  const app = new Hono();
  app.get("/feeds/all.rss", () => new Response(bytes, { headers }));
  app.get("/304", () => new Response(null, { status: 304, headers: headers304 }));
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => process.send?.(`http://127.0.0.1:${port}`));
});
