/** FreshRSS, from its repository, subscribes to the service and is sent what is published. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { freePort } from "../free-port.ts";
import { openPlace } from "./place.ts";
import { never, step } from "./steps.ts";

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error("node test/peers/freshrss.ts CHECKOUT");

const DAY = 86_400;
const place = await openPlace();
const topic = `${place.base}/feeds/all.rss`;
const copy = join(place.folder, "freshrss");
cpSync(checkout, copy, { recursive: true, filter: (source) => !source.endsWith("/.git") });
const port = await freePort();
// FreshRSS subscribes to nothing where it thinks that no hub can reach it: written so, the loopback address is none to it.
const baseUrl = `http://[0:0:0:0:0:0:0:1]:${port}`;
const run = (command: string, ...args: string[]): string =>
  execFileSync("php", [join(copy, "cli", `${command}.php`), ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
run("prepare");
run(
  "do-install",
  "--default-user",
  "admin",
  "--auth-type",
  "none",
  "--base-url",
  baseUrl,
  "--environment",
  "development",
);
// What a new user is given to read.
const feeds = join(copy, "data/opml.xml");
writeFileSync(
  feeds,
  `<opml version="2.0"><head/><body><outline type="rss" text="All" xmlUrl="${topic}"/></body></opml>`,
);
run("create-user", "--user", "admin");
const server = spawn("php", ["-S", `[::1]:${port}`, "-t", join(copy, "p")], {
  env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
  stdio: "ignore",
  detached: true,
});
try {
  const hubFile = () => globSync(join(copy, "data/PubSubHubbub/feeds/*/!hub.json"))[0];
  const hub = (): Record<string, unknown> => JSON.parse(hubFile() ? readFileSync(hubFile() ?? "", "utf8") : "{}");
  const mine = () => place.subscriptions().find(({ callback }) => callback.includes(String(port)));
  const read = (query: string): Record<string, unknown>[] => {
    using database = new DatabaseSync(join(copy, "data/users/admin/db.sqlite"), { timeout: 10_000 });
    return database.prepare(query).all();
  };
  const titles = () => read("SELECT title FROM entry UNION SELECT title FROM entrytmp").map(({ title }) => title);
  const look = (): string => run("actualize-user", "--user", "admin");

  console.log(
    `FreshRSS ${/FRESHRSS_VERSION = '(.*)'/.exec(readFileSync(join(copy, "constants.php"), "utf8"))?.[1]}, topic ${topic}\n`,
  );
  look();
  await step("it fetched the feed and found the first story", () => titles().includes("The first story"));
  await step("it found the hub in it", () => hub().hub === `${place.base}/hub`);
  await step("it subscribed, and has confirmed that", () => mine() && mine()?.ended_at === null);
  await step("it was told of a lease", () => Number(hub().lease_end) > Date.now() / 1_000 + DAY);
  console.log(`    lease ends ${new Date(Number(hub().lease_end) * 1_000).toISOString()}`);

  await place.put("second", "A story that was pushed", "Nobody asked for it.");
  await step("a new story was delivered, and it has it without asking", () =>
    titles().includes("A story that was pushed"),
  );
  await step("it has noted that push works", () => hub().error === false);
  await place.put("second", "A story that was pushed and changed");
  await step("a change was delivered", () => titles().includes("A story that was pushed and changed"));

  // As it is nine and a half days later.
  const before = mine()?.verified_at ?? 0;
  writeFileSync(hubFile() ?? "", JSON.stringify({ ...hub(), lease_end: Math.floor(Date.now() / 1_000) + DAY / 2 }));
  read("UPDATE feed SET lastUpdate = 1 RETURNING id");
  look();
  await step("it renewed a lease that was about to end", () => (mine()?.verified_at ?? 0) > before);
  await step("it was told of the new lease", () => Number(hub().lease_end) > Date.now() / 1_000 + DAY);
  await place.put("third", "A story after the renewal");
  await step("a story was delivered after it", () => titles().includes("A story after the renewal"));

  for (const user of globSync(join(copy, "data/PubSubHubbub/feeds/*/admin.txt"))) rmSync(user);
  await place.put("fourth", "A story when its last user had gone");
  await step(
    "its last user gone, it unsubscribed and answered 410",
    () => mine()?.ended_at !== null && !existsSync(hubFile() ?? "/none"),
  );
  console.log(`    ended: ${mine()?.end_reason}`);
  const last = place.newestPush();
  await place.put("fifth", "A story after the end");
  await never(
    "something was delivered after the end",
    () => place.newestPush() > last || titles().includes("A story after the end"),
  );

  read("DELETE FROM feed RETURNING id");
  run("import-for-user", "--user", "admin", "--filename", feeds);
  look();
  await step(
    "it subscribed once more, at the same callback",
    () => mine()?.ended_at === null && place.subscriptions().length === 1,
  );
  read("DELETE FROM feed RETURNING id");
  await place.put("sixth", "A story of a feed that its user has removed");
  await step("the feed removed by its user, it answered 410, which ended it", () => mine()?.end_reason === "gone");
  console.log("\nFreshRSS sends no secret, so nothing was signed.\n");
  console.log(readFileSync(join(copy, "data/users/_/log_pshb.txt"), "utf8"));
} finally {
  process.kill(-(server.pid ?? 0));
  await place.stop();
}
