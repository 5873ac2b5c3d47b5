import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type NodeService, startNode } from "../e2e/node-service.ts";
import { TOKEN } from "../e2e/token.ts";
import { freePort } from "../free-port.ts";
import { SITE } from "../site.ts";

/** Where a subscriber of others is tried: the service on this machine with one feed, and a folder for what the subscriber needs. */
export interface Place {
  /** Where documents say that the service is. */
  base: string;
  /** Where it listens. */
  url: string;
  folder: string;
  /** With whom its HTTPS is to be trusted; only where it has any. */
  certificate: string;
  /** Stores an article with this title and, in its content, this text. */
  put(id: string, title: string, text?: string): Promise<void>;
  takeBack(id: string): Promise<void>;
  /** What the store has of those who have subscribed. */
  subscriptions(): Row[];
  /** What the newest delivery was, by the store: its edition's number; 0: none. */
  newestPush(): number;
  stop(): Promise<void>;
}

export interface Row {
  callback: string;
  format: string;
  secret: string | null;
  verified_at: number;
  lease_until: number;
  ended_at: number | null;
  end_reason: string | null;
}

const FEED = { slug: "all", title: "Everything", description: "All the news", entries: 20 };

/** @param isSecure whether it is reached by HTTPS, with a certificate of its own */
export async function openPlace(isSecure = false): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-peer-"));
  const [port, outer] = [await freePort(), await freePort()];
  const base = isSecure ? `https://127.0.0.1:${outer}` : "http://localhost";
  const service = await startNode({ port, directory: folder, feeds: { site: { ...SITE, base }, definitions: [FEED] } });
  const certificate = join(folder, "certificate.pem");
  const proxy = isSecure ? await serveSecurely(certificate, outer, port) : undefined;
  const place: Place = {
    base: isSecure ? base : service.base,
    url: service.url,
    folder,
    certificate,
    async put(id, title, text = title) {
      await ask(service, "PUT", id, {
        url: `https://gazette.example/${id}`,
        title,
        content_html: `<p>${text}</p>`,
        published_at: new Date().toISOString(),
      });
    },
    takeBack: (id) => ask(service, "DELETE", `${id}?reason=Wrong`),
    subscriptions: () => read<Row>(service, "SELECT * FROM subscription ORDER BY id"),
    newestPush: () =>
      read<{ newest: number }>(service, "SELECT coalesce(max(edition), 0) AS newest FROM push")[0]?.newest ?? 0,
    async stop() {
      proxy?.closeAllConnections();
      proxy?.close();
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await place.put("first", "The first story");
  return place;
}

async function ask({ url }: NodeService, method: string, path: string, body?: object): Promise<void> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(`${url}/api/articles/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

function read<Row>({ file }: NodeService, query: string): Row[] {
  using database = new DatabaseSync(file, { readOnly: true });
  return database.prepare(query).all() as Row[];
}

/** Hands what comes by HTTPS to a port of this machine, as whoever stands before the service does. */
async function serveSecurely(certificate: string, port: number, to: number): Promise<Server> {
  const key = `${certificate}.key`;
  execFileSync(
    "openssl",
    `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${certificate}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const proxy = createServer({ key: await readFile(key), cert: await readFile(certificate) }, (asked, answer) => {
    const onward = request({
      host: "127.0.0.1",
      port: to,
      method: asked.method,
      path: asked.url,
      headers: asked.headers,
    });
    onward.once("response", (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.once("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await once(proxy.listen(port, "127.0.0.1"), "listening");
  return proxy;
}
