import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What wrangler has said, and its exit code. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Cloudflare's own command. npm's scripts find the one that the lock file pins. */
export interface Wrangler {
  /** Asks it something. */
  ask(args: string[]): Promise<Said>;
  /** Lets it speak to the terminal. @returns its exit code */
  run(args: string[], env?: Record<string, string>): Promise<number>;
}

/** @param cwd the folder of `wrangler.toml` */
export function wranglerIn(cwd: string): Wrangler {
  const start = (args: string[], out: "pipe" | "inherit", env: Record<string, string> = {}) =>
    spawn("wrangler", args, {
      cwd,
      // Without a terminal it asks nothing, and writes no ids into wrangler.toml, which stays as it was cloned.
      stdio: ["ignore", out, out],
      env: { ...process.env, WRANGLER_HIDE_BANNER: "true", ...env },
      // On Windows it is a script of the shell's.
      shell: process.platform === "win32",
    });
  const ended = (child: ReturnType<typeof start>): Promise<number> =>
    new Promise((resolve, reject) => {
      child.on("error", () => reject(new Error("wrangler is not on the PATH: start this by `npm run deploy`")));
      child.on("close", (code) => resolve(code ?? 1));
    });
  return {
    async ask(args) {
      const child = start(args, "pipe");
      const [code, out, err] = await Promise.all([ended(child), ...[child.stdout, child.stderr].map(wholly)]);
      return { code, out: out ?? "", err: err ?? "" };
    },
    run: (args, env) => ended(start(args, "inherit", env)),
  };
}

const wholly = (stream: NodeJS.ReadableStream | null): Promise<string> =>
  stream === null ? Promise.resolve("") : text(stream);
