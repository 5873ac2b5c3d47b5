import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";

const ROOT = join(import.meta.dirname, "../..");
export const OWN_TOKEN = "own-service-5b0e9c7d31f8a264";
/** PKCS #8 of RFC 8037 Appendix A.1: with a key given, none is written to `.dev.vars`. */
const SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

/** A service on Node, started by the very command that a newsroom starts. */
export interface OwnService {
  url: string;
  /** Where its store is. */
  directory: string;
  /** Asks with the publish token. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** As a supervisor does; the directory stays. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const running = new Set<OwnService>();
const folders = new Set<string>();

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-own-"));
  folders.add(folder);
  return folder;
}

/** Ends what this file's tests have started, and removes their folders. */
export async function endOwnServices(): Promise<void> {
  await Promise.all([...running].map((service) => service.stop("SIGKILL")));
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true })));
}

/** @param directory of a store that is there; absent: a new one, which is empty */
export async function startOwnService(directory?: string): Promise<OwnService> {
  const [port, folder] = [await freePort(), directory ?? join(await newFolder(), "store")];
  const args = ["src/cli/start.js", "--empty", "--port", String(port), "--persist-to", folder];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Vitest has a BASE_URL of its own.
    env: { ...process.env, BASE_URL: "", PUBLISH_TOKEN: OWN_TOKEN, SIGNING_KEY },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await ready(child);
  const url = `http://localhost:${port}`;
  const service: OwnService = {
    url,
    directory: folder,
    ask: (method, path, body) =>
      fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${OWN_TOKEN}` },
        body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      }),
    async stop(signal = "SIGTERM") {
      running.delete(service);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
  running.add(service);
  return service;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Wireproof runs on")) resolve();
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("exit", () => reject(new Error(`the service ended: ${output}`)));
  });
}

/** Stories that are saved one after the other, until they are told to end. */
export interface Load {
  /** How many saves have been answered. */
  acknowledged(): number;
  end(): Promise<void>;
}

/** Saves to a service without a pause: story `n` is `load-<n mod stories>`, and its title is `Change n`. */
export function putUnderLoad(service: OwnService, { stories = 50, characters = 4_000 } = {}): Load {
  let [acknowledged, isEnding] = [0, false];
  const body = `<p>${"Words of a story. ".repeat(characters / 18)}</p>`;
  const work = (async () => {
    for (let count = 1; !isEnding; count += 1) {
      const id = `load-${count % stories}`;
      const answer = await service.ask("PUT", `/api/articles/${id}`, {
        url: `https://gazette.example/${id}`,
        title: `Change ${count}`,
        content_html: body,
        published_at: "2026-01-01T00:00:00Z",
      });
      if (!answer.ok) throw new Error(`a save was answered ${answer.status}: ${await answer.text()}`);
      acknowledged = count;
    }
  })();
  return {
    acknowledged: () => acknowledged,
    async end() {
      isEnding = true;
      await work;
    },
  };
}
