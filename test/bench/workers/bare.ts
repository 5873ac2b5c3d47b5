/** The limit: a Hono worker that answers with constant bytes and headers, and knows nothing of polls. */
import { Hono } from "hono";

interface Env {
  /** Base64. */
  BODY: string;
  HEADERS: Record<string, string>;
  HEADERS_304: Record<string, string>;
}

let body: Uint8Array | undefined;

const app = new Hono<{ Bindings: Env }>();

app.get("/feeds/all.rss", (c) => {
  body ??= new Uint8Array(Buffer.from(c.env.BODY, "base64"));
  return new Response(body, { headers: c.env.HEADERS, encodeBody: "manual" });
});

app.get("/304", (c) => new Response(null, { status: 304, headers: c.env.HEADERS_304 }));

export default app;
