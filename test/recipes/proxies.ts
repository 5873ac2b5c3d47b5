import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { ask } from "./ask.ts";
import { findProgram, fitted, recipe, SITE_HOST } from "./recipe.ts";
import { ended, ran, until } from "./service.ts";

/** What stands in front of the service, by its recipe. */
export interface Front {
  /** For HTTPS. */
  port: number;
  /** For HTTP. */
  plainPort: number;
  stop(): Promise<void>;
}

export const NGINX = findProgram("nginx");
export const CADDY = findProgram("caddy");

const CERTIFICATES = `/etc/letsencrypt/live/${SITE_HOST}`;

/** @param cached with the cache of the second recipe */
export async function startNginx(service: number, { cached = false } = {}): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-nginx-"));
  const [port, plainPort] = [await freePort(), await freePort()];
  const subject = ["-subj", `/CN=${SITE_HOST}`, "-days", "2", "-nodes"];
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  await ran("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", ...subject, ...files]);
  let site = recipe("/etc/nginx/conf.d/wireproof.conf");
  if (cached) {
    site = `${recipe("the cache")}\n${site}`.replace("  location / {", `${recipe("the documents")}\n  location / {`);
    site = fitted(site, [["/var/cache/wireproof", join(folder, "cache")]]);
  }
  site = fitted(site, [
    ["127.0.0.1:8787", `127.0.0.1:${service}`],
    ["listen 80;", `listen 127.0.0.1:${plainPort};`],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`],
    // Not every machine has IPv6.
    ["listen [::]:80;", ""],
    ["listen [::]:443 ssl http2;", ""],
    [CERTIFICATES, folder],
  ]);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/tmp;`);
  await mkdir(join(folder, "tmp"));
  await writeFile(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${folder}/pid; error_log stderr crit;
    events {} http { access_log off; ${places.join(" ")}\n${site}\n}`,
  );
  const child = spawn(NGINX ?? "", ["-e", "stderr", "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  return front({ child, folder, port, plainPort });
}

export async function startCaddy(service: number): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-caddy-"));
  const [port, plainPort] = [await freePort(), await freePort()];
  // Outside of the recipe: other ports, and certificates of Caddy's own instead of those for a public name.
  const ports = [`http_port ${plainPort}`, `https_port ${port}`];
  const machine = `{\n\t${["admin off", ...ports, "local_certs", "skip_install_trust"].join("\n\t")}\n}\n\n`;
  const site = fitted(recipe("/etc/caddy/Caddyfile"), [["127.0.0.1:8787", `127.0.0.1:${service}`]]);
  await writeFile(join(folder, "Caddyfile"), `${machine}${site}\n`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const args = ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
  const child = spawn(CADDY ?? "", args, { env, stdio: "ignore" });
  return front({ child, folder, port, plainPort });
}

async function front({ child, folder, ...ports }: Omit<Front, "stop"> & { child: ChildProcess; folder: string }) {
  await until("the proxy hands requests on", async () => {
    if (child.exitCode !== null) throw new Error("the proxy has ended");
    return (await ask(ports.port, "/health")).status === 200;
  });
  return {
    ...ports,
    async stop() {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
