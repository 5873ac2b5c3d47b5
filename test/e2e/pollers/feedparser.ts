import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { missing, type Poller, PYTHON } from "./poller.ts";

const SCRIPT = join(import.meta.dirname, "poll_feedparser.py");

/** Debian's feedparser. */
export const feedparser = (folder: string): Poller => ({
  name: "feedparser",
  missing: missing("/usr/lib/python3/dist-packages/feedparser", "python3-feedparser"),
  takesDeltas: true,
  unconditional: 1,
  async poll(url) {
    const file = join(folder, `${encodeURIComponent(url)}.json`);
    const { stdout } = await promisify(execFile)(PYTHON, [SCRIPT, url, file]);
    return JSON.parse(stdout);
  },
});
