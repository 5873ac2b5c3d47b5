import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { missing, type Poller, PYTHON } from "./poller.ts";

/** What newsboat keeps of a feed, of its own cache. */
const QUERY = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT guid, title, url, pubDate FROM rss_item WHERE deleted = 0")
json.dump([dict(zip(("id", "title", "link", "published"), row)) for row in rows], sys.stdout)
`;

/** Debian's newsboat, reloading without its screen. */
export const newsboat = (folder: string): Poller => ({
  name: "newsboat",
  missing: missing("/usr/bin/newsboat", "newsboat"),
  takesDeltas: true,
  /** It writes validators only to the row of a feed, which its first poll leaves behind. */
  unconditional: 2,
  async poll(url) {
    const home = join(folder, encodeURIComponent(url));
    const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(home, name)) as [
      string,
      string,
      string,
    ];
    await mkdir(home, { recursive: true });
    await writeFile(urls, `${url}\n`);
    await writeFile(config, "max-items 0\n");
    const run = promisify(execFile);
    await run("/usr/bin/newsboat", ["-q", "-u", urls, "-c", cache, "-C", config, "-x", "reload"], {
      env: { HOME: home, LANG: "C.UTF-8", TERM: "dumb" },
    });
    return JSON.parse((await run(PYTHON, ["-c", QUERY, cache])).stdout);
  },
});
