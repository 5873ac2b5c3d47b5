import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

interface Locked {
  version: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  bin?: Record<string, string>;
  hasInstallScript?: boolean;
}

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const manifest = json("package.json") as Manifest;
const locked = Object.entries((json("package-lock.json") as { packages: Record<string, Locked> }).packages).flatMap(
  ([path, entry]) => (path === "" ? [] : { name: path.replace(/^.*node_modules\//, ""), ...entry }),
);

describe("the project's own Node", () => {
  const platforms = Object.entries(manifest.optionalDependencies);

  it.each([
    ["linux", "x64"],
    ["linux", "arm64"],
    ["darwin", "x64"],
    ["darwin", "arm64"],
    ["win32", "x64"],
  ])("comes by the lock file alone, to those who omit what is for development, too: %s %s", (os, cpu) => {
    const fitting = locked.filter((entry) => String(entry.os) === os && String(entry.cpu) === cpu && entry.bin?.node);
    expect(fitting).toEqual([
      expect.objectContaining({
        version: manifest.optionalDependencies[fitting[0]?.name ?? ""],
        integrity: expect.stringMatching(/^sha512-/),
        optional: true,
      }),
    ]);
    expect([fitting[0]?.dev, fitting[0]?.hasInstallScript]).toEqual([undefined, undefined]);
  });

  it("is one exact version a platform, and new enough", () => {
    expect(platforms.length).toBe(5);
    for (const [, version] of platforms) expect(version).toMatch(/^(2[4-9]|[3-9]\d)\.\d+\.\d+$/);
  });
});

describe("what is installed", () => {
  it("is pinned by its hash, all of it", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(({ integrity }) => !integrity).map(({ name }) => name)).toEqual([]);
  });

  it("runs no script for it", () => {
    const scripted = [...new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name))];
    // esbuild's saves its own command a process, and workerd's looks whether it runs.
    expect(Object.fromEntries(scripted.map((name) => [name, manifest.allowScripts[name]]))).toEqual(
      expect.objectContaining({ esbuild: false, workerd: false }),
    );
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
    expect(locked.filter((entry) => entry.hasInstallScript && !entry.dev && !entry.optional)).toEqual([
      expect.objectContaining({ name: "esbuild" }),
    ]);
  });

  it("has one esbuild: the bundle is made by the one that the edge's is", () => {
    expect(locked.filter(({ name }) => name === "esbuild").map(({ version }) => version)).toEqual([
      manifest.dependencies.esbuild,
    ]);
  });

  it("has all that a newsroom's machine reads, without what is for development", () => {
    const files = ["src", "feeds"]
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
      )
      // The edge is developed and deployed with Cloudflare's own tools.
      .filter((file) => /\.(tsx?|js)$/.test(file) && !/^src\/((cli\/)?edge|cli\/deploy)\b/.test(file));
    const imported = new Set(files.flatMap(packagesOf));
    expect(imported.size).toBeGreaterThan(20);
    const names = [...imported].sort();
    expect(names.filter((name) => !(name in manifest.dependencies))).toEqual([]);
    expect(Object.keys(manifest.dependencies).filter((name) => !imported.has(name))).toEqual([]);
  });
});

describe("what `Deploy to Cloudflare` asks for", () => {
  // Each line without a hash is asked for, and what it says is stored unless somebody writes over it.
  const asked = readFileSync(join(ROOT, ".dev.vars.example"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  it("is the publish token alone, and no value comes with it that everybody knows", () => {
    expect(asked).toEqual(["PUBLISH_TOKEN="]);
  });

  it("is described", () => {
    const { bindings } = (json("package.json") as { cloudflare: { bindings: Record<string, { description: string }> } })
      .cloudflare;
    expect(Object.keys(bindings)).toEqual(asked.map((line) => line.split("=")[0]));
    for (const { description } of Object.values(bindings)) expect(description).toContain("openssl rand");
  });
});

/** Types are gone when it runs. */
function packagesOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b(?! type\b)[^;]*?\bfrom "([^"]+)"/gm),
    ...text.matchAll(/^import "([^"]+)"/gm),
    ...text.matchAll(/\bimport\("([^"]+)"\)/g),
  ].map(([, name = ""]) => name);
  return specifiers
    .filter((name) => !/^(\.|node:|cloudflare:)/.test(name) && !builtinModules.includes(name))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
}
