/** The package `pubsubhubbub` of npm subscribes to the service and is sent what is published. */
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { openPlace } from "./place.ts";
import { never, step } from "./steps.ts";

interface PubSubHubbub {
  secret: string;
  listen(port: number, host: string): void;
  subscribe(topic: string, hub: string, told: (error: Error | null) => void): void;
  unsubscribe(topic: string, hub: string, told: (error: Error | null) => void): void;
  on(event: "subscribe" | "unsubscribe" | "denied", told: (what: { topic: string; lease?: number }) => void): void;
  on(event: "feed", told: (what: { topic: string; hub: string; feed: Buffer }) => void): void;
  server: { close(): void; closeAllConnections(): void };
}

const [version = "1.0.2"] = process.argv.slice(2);
const SECRET = "a secret of the subscriber's own";

const place = await openPlace();
const [topic, hub] = [`${place.base}/feeds/all.atom`, `${place.base}/hub`];
const modules = join(place.folder, "modules");
execFileSync("npm", ["install", "--prefix", modules, "--ignore-scripts", "--no-audit", `pubsubhubbub@${version}`], {
  stdio: "ignore",
});
writeFileSync(join(modules, "index.js"), "");
const { createServer } = createRequire(join(modules, "index.js"))("pubsubhubbub") as {
  createServer(options: object): PubSubHubbub;
};
const port = await freePort();
const subscriber = createServer({ callbackUrl: `http://localhost:${port}/callback`, secret: SECRET });
try {
  const told: string[] = [];
  let lease = 0;
  for (const mode of ["subscribe", "unsubscribe", "denied"] as const)
    subscriber.on(mode, (what) => {
      told.push(mode);
      lease = what.lease ?? 0;
    });
  const fed: string[] = [];
  const from = new Set<string>();
  subscriber.on("feed", (what) => {
    fed.push(what.feed.toString());
    from.add(`${what.topic} by ${what.hub}`);
  });
  subscriber.listen(port, "localhost");
  const ask = (mode: "subscribe" | "unsubscribe"): Promise<void> =>
    new Promise((resolve, reject) => subscriber[mode](topic, hub, (error) => (error ? reject(error) : resolve())));
  const mine = () => place.subscriptions()[0];

  console.log(`pubsubhubbub ${version} of npm, topic ${topic}\n`);
  await ask("subscribe");
  // It sends a secret that it derives, and since version 1 looks for a signature by the one that it was given.
  const derived = createHmac("sha1", SECRET).update(topic).digest("hex");
  if (!version.startsWith("0.")) subscriber.secret = derived;
  await step("it subscribed, and has confirmed that", () => told.includes("subscribe") && mine()?.ended_at === null);
  console.log(`    lease ends ${new Date(lease * 1_000).toISOString()}`);
  await step("the hub has its secret", () => mine()?.secret === derived);

  await place.put("second", "A story that was pushed");
  await step("a new story was delivered, and its signature is right", () =>
    fed.some((feed) => feed.includes("A story that was pushed")),
  );
  console.log(`    ${[...from].join(", ")}`);

  const document = Buffer.from(fed.at(-1) ?? "");
  const forge = async (body: Buffer): Promise<number> => {
    const signature = `sha256=${createHmac("sha256", derived).update(document).digest("hex")}`;
    const headers = { link: `<${hub}>; rel="hub", <${topic}>; rel="self"`, "x-hub-signature": signature };
    return (await fetch(mine()?.callback ?? "", { method: "POST", headers, body: new Uint8Array(body) })).status;
  };
  const count = fed.length;
  await forge(Buffer.concat([document, Buffer.from(" ")]));
  await never("it took a document that was changed by one byte", () => fed.length > count);
  await forge(document);
  await step("it takes the same document unchanged", () => fed.length === count + 1);

  if (!version.startsWith("0.")) subscriber.secret = SECRET;
  const before = mine()?.verified_at ?? 0;
  await ask("subscribe");
  if (!version.startsWith("0.")) subscriber.secret = derived;
  await step(
    "it renewed",
    () => (mine()?.verified_at ?? 0) > before && told.filter((mode) => mode === "subscribe").length === 2,
  );
  await place.put("third", "A story after the renewal");
  await step("a story was delivered after it", () => fed.some((feed) => feed.includes("A story after the renewal")));
  await place.takeBack("third");
  await step("that it was taken back was delivered", () => fed.at(-1)?.includes("A story after the renewal") === false);

  await ask("unsubscribe");
  await step(
    "it unsubscribed, and has confirmed that",
    () => told.includes("unsubscribe") && mine()?.end_reason === "unsubscribed",
  );
  const last = fed.length;
  await place.put("fourth", "A story after the end");
  await never("something was delivered after the end", () => fed.length > last);
} finally {
  subscriber.server?.closeAllConnections();
  subscriber.server?.close();
  await place.stop();
}
