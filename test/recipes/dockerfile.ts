import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ran, ran } from "./service.ts";

/** `node` in the images that the recipe is made from. */
const USER = 1000;

/** Where an image's own programs are. */
const PROGRAMS = "usr/local/bin";

interface Step {
  name: string;
  rest: string;
}

/** The instructions of a Dockerfile, in their order. */
export const steps = (text: string): Step[] =>
  text
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({ name: line.split(" ", 1)[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }));

/** What a Dockerfile makes, in a folder of this machine, where there is no Docker. */
export class Image {
  readonly folder: string;
  readonly signal: NodeJS.Signals;
  readonly volumes: string[];
  readonly #steps: Step[];
  #workdir = "/";
  #env: Record<string, string> = {};
  #isRoot = true;

  private constructor(text: string, folder: string) {
    this.#steps = steps(text);
    this.folder = folder;
    this.signal = this.one("STOPSIGNAL") as NodeJS.Signals;
    this.volumes = this.all("VOLUME");
  }

  /** @param context the folder that the image is made from */
  static async build(text: string, context: string): Promise<Image> {
    const folder = await mkdtemp(join(tmpdir(), "wireproof-image-"));
    await chmod(folder, 0o755);
    const image = new Image(text, folder);
    await mkdir(join(folder, PROGRAMS), { recursive: true });
    await copyFile(process.execPath, join(folder, PROGRAMS, "node"));
    await mkdir(join(folder, "tmp"));
    await chmod(join(folder, "tmp"), 0o1777);
    for (const step of image.#steps) await image.#take(step, context);
    await image.#pack();
    return image;
  }

  all = (name: string): string[] => this.#steps.flatMap((step) => (step.name === name ? step.rest : []));

  one(name: string): string {
    const [rest, ...more] = this.all(name);
    if (rest === undefined || more.length > 0) throw new Error(`${name} is to be there once`);
    return rest;
  }

  /** Starts what the image is for, as `docker run -e …` does. */
  run(env: Record<string, string>): ChildProcess {
    const [program = "", ...args] = JSON.parse(this.one("CMD")) as string[];
    return spawn(this.#program(program), args, this.#as({ env }));
  }

  /** Does what tells whether the service is well. */
  check(env: Record<string, string>): Promise<Ran> {
    const [program = "", ...args] = JSON.parse(this.one("HEALTHCHECK").replace(/^.*?CMD /, "")) as string[];
    return ran(this.#program(program), args, this.#as({ env }));
  }

  /** All that is outside of the volumes and not temporary; files with what changes when they are written to. */
  async files(): Promise<string[]> {
    const found: string[] = [];
    for (const path of await readdir(this.folder, { recursive: true })) {
      if ([...this.volumes, "/tmp"].some((place) => `/${path}/`.startsWith(`${place}/`))) continue;
      const one = await stat(join(this.folder, path));
      found.push(one.isDirectory() ? path : `${path} ${one.size} ${one.mtimeMs}`);
    }
    return found.sort();
  }

  /** Puts something else into a file of the image's, as an upgrade by hand does. */
  async overwrite(path: string, change: (text: string) => string): Promise<void> {
    const file = this.#inside(path);
    const text = change(await readFile(file, "utf8"));
    await chmod(file, 0o644);
    await writeFile(file, text);
    await chmod(file, 0o444);
  }

  async remove(): Promise<void> {
    if (!IS_ROOT) await ran("chmod", ["-R", "u+w", this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  async #take({ name, rest }: Step, context: string): Promise<void> {
    if (name === "WORKDIR") await mkdir(this.#inside(rest), { recursive: true });
    if (name === "WORKDIR") this.#workdir = rest;
    if (name === "USER") this.#isRoot = rest === "root";
    if (name === "COPY") {
      const sources = rest.split(" ");
      const target = this.#inside(sources.pop() ?? "");
      for (const source of sources)
        await cp(join(context, source), sources.length > 1 ? join(target, source) : target, {
          ...{ recursive: true, preserveTimestamps: true },
        });
    }
    if (name === "ENV")
      for (const [, variable = "", value = ""] of rest.matchAll(/(\w+)=(\S*)/g))
        this.#env[variable] = this.#placed(value);
    if (name !== "RUN") return;
    const command = this.#placed(rest).replace("-o node -g node", `-o ${this.#uid} -g ${this.#uid}`);
    const { code, output } = await ran("/bin/sh", ["-c", command], this.#as({ build: true }));
    if (code !== 0) throw new Error(`RUN ${rest}: ${output}`);
  }

  /** Layers keep whole seconds alone; what root has made nobody else can write to; a tmpfs is empty. */
  async #pack(): Promise<void> {
    for (const name of await readdir(join(this.folder, "tmp")))
      await rm(join(this.folder, "tmp", name), { recursive: true });
    for (const path of await readdir(this.#inside("."), { recursive: true })) {
      const file = this.#inside(path);
      const { atimeMs, mtimeMs, mode } = await stat(file);
      await utimes(file, Math.trunc(atimeMs / 1000), Math.trunc(mtimeMs / 1000));
      if (!IS_ROOT) await chmod(file, mode & 0o555);
    }
  }

  /** The environment, the folder and, where this machine lets one choose, the user of a process in the image. */
  #as({ env = {}, build = false }: { env?: Record<string, string>; build?: boolean }): SpawnOptions {
    const path = `${join(this.folder, PROGRAMS)}:/usr/bin:/bin`;
    const own = { ...this.#env, PATH: path, HOME: process.env.HOME, TMPDIR: join(this.folder, "tmp"), ...env };
    if (build) return { cwd: this.#inside("."), env: { ...wayOut(), ...own, npm_config_prefer_offline: "true" } };
    if (this.#isRoot) throw new Error("the image runs as root");
    return { cwd: this.#inside("."), env: own, ...(IS_ROOT && { uid: USER, gid: USER }) };
  }

  get #uid(): number {
    return IS_ROOT ? USER : (process.getuid?.() ?? USER);
  }

  #program = (name: string): string => join(this.folder, PROGRAMS, name);

  /** A path in the image, as one of this machine. */
  #inside = (path: string): string => join(this.folder, path.startsWith("/") ? path : join(this.#workdir, path));

  /** What names one of the volumes, as a path of this machine. */
  #placed = (text: string): string =>
    this.volumes.reduce((placed, volume) => placed.replaceAll(volume, join(this.folder, volume)), text);
}

const IS_ROOT = process.getuid?.() === 0;

/** How this machine reaches registries. The rest of what an `npm test` around tells its children is not for another project. */
const wayOut = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => WAY_OUT.test(name)));

const WAY_OUT =
  /^(https?_proxy|no_proxy|all_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|npm_config_(registry|cache|cafile|userconfig|globalconfig))$/i;
