import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { sleep } from "./newsroom.ts";
import { childrenOf } from "./processes.ts";

const NGINX = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].find((path) => existsSync(path));

export interface Nginx {
  origin: string;
  pid: number;
  stop(): void;
}

/** One nginx worker with a document and its compressed copy as static files; null where no nginx is installed. */
export async function startNginx(folder: string, identity: Uint8Array, gzip: Uint8Array): Promise<Nginx | null> {
  if (NGINX === undefined) return null;
  const files = join(folder, "nginx");
  await mkdir(join(files, "feeds"), { recursive: true });
  await writeFile(join(files, "feeds/all.rss"), identity);
  await writeFile(join(files, "feeds/all.rss.gz"), gzip);
  const port = await freePort();
  const config = `
    ${process.getuid?.() === 0 ? "user root; " : ""}daemon off; worker_processes 1; pid ${files}/pid; error_log stderr crit;
    events { worker_connections 512; }
    http {
      access_log off; sendfile on; tcp_nopush on; gzip_static on; keepalive_requests 10000000;
      open_file_cache max=16; types { application/rss+xml rss; } root ${files};
      client_body_temp_path ${files}; proxy_temp_path ${files}; fastcgi_temp_path ${files};
      uwsgi_temp_path ${files}; scgi_temp_path ${files};
      server { listen 127.0.0.1:${port}; }
    }`;
  await writeFile(join(files, "nginx.conf"), config);
  const child = spawn(NGINX, ["-c", join(files, "nginx.conf"), "-p", files], { stdio: "inherit" });
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin, child);
  // The one that answers is a child of the one that was started.
  const [pid = 0] = childrenOf(child.pid ?? 0, "nginx");
  return { origin, pid, stop: () => void child.kill("SIGQUIT") };
}

async function answering(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    if (await fetch(origin).catch(() => null)) return;
    await sleep(50);
  }
  throw new Error("nginx does not answer");
}
