/** The example of Flask-WebSub, from its repository, subscribes to the service and is sent what is published. */
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { openPlace } from "./place.ts";
import { never, step } from "./steps.ts";

const [checkout, python = "python3"] = process.argv.slice(2);
if (checkout === undefined) throw new Error("node test/peers/flask-websub.ts CHECKOUT [PYTHON]");

/** Where the example listens. */
const EXAMPLE = "http://localhost:8081";

// It gives a secret only to a hub that is asked by HTTPS.
const place = await openPlace(true);
const topic = `${place.base}/feeds/all.rss`;
const example = spawn(python, ["-u", join(checkout, "client_example.py"), topic], {
  cwd: place.folder,
  env: { ...process.env, PYTHONPATH: checkout, REQUESTS_CA_BUNDLE: place.certificate },
  stdio: ["ignore", "pipe", "pipe"],
});
try {
  let said = "";
  let log = "";
  example.stdout.on("data", (chunk) => (said += chunk));
  example.stderr.on("data", (chunk) => (log += chunk));
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(EXAMPLE + path);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}\n${log}`);
    return text;
  };
  const mine = () => place.subscriptions()[0];
  const successes = (mode: string): number => said.split(`${mode}\n`).length - 1;

  console.log(`Flask-WebSub's client_example.py, topic ${topic}\n`);
  await step("it runs", () =>
    fetch(EXAMPLE).then(
      () => true,
      () => false,
    ),
  );
  const [id = ""] = /[0-9a-f-]{36}/.exec(await get("/subscribe")) ?? [];
  await step(
    "it found the hub, subscribed, and has confirmed that",
    () => successes("subscribe") === 1 && mine()?.ended_at === null,
  );
  console.log(`    lease ends ${new Date(mine()?.lease_until ?? 0).toISOString()}`);
  await step("the hub has its secret", () => (mine()?.secret ?? "") !== "");

  await place.put("second", "A story that was pushed");
  await step("a new story was delivered, and its signature is right", () => said.includes("A story that was pushed"));

  const document = Buffer.from(await (await fetchTopic()).arrayBuffer());
  const forge = async (body: Buffer): Promise<void> => {
    const signature = `sha256=${createHmac("sha256", mine()?.secret ?? "")
      .update(document)
      .digest("hex")}`;
    const headers = { "x-hub-signature": signature, "content-type": "application/rss+xml" };
    await fetch(mine()?.callback ?? "", { method: "POST", headers, body: new Uint8Array(body) });
  };
  const changes = (): number => said.split("TOPIC CHANGED!").length - 1;
  const count = changes();
  await forge(Buffer.concat([document, Buffer.from(" ")]));
  await never("it took a document that was changed by one byte", () => changes() > count);
  await forge(document);
  await step("it takes the same document unchanged", () => changes() === count + 1);

  const before = mine()?.verified_at ?? 0;
  await get(`/renew/${id}`);
  await step("it renewed", () => successes("subscribe") === 2 && (mine()?.verified_at ?? 0) > before);
  await place.put("third", "A story after the renewal");
  await step("a story was delivered after it", () => said.includes("A story after the renewal"));

  await get(`/unsubscribe/${id}`);
  await step(
    "it unsubscribed, and has confirmed that",
    () => successes("unsubscribe") === 1 && mine()?.end_reason === "unsubscribed",
  );
  const last = changes();
  await place.put("fourth", "A story after the end");
  await never("something was delivered after the end", () => changes() > last);
  console.log(
    `\n${log
      .split("\n")
      .filter((line) => line.includes('"'))
      .join("\n")}`,
  );
} finally {
  example.kill();
  await place.stop();
}

/** By its plain port: its certificate is not for us. */
function fetchTopic(): Promise<Response> {
  return fetch(`${place.url}/feeds/all.rss`);
}
