import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Locked, lock } from "../../../src/node/store/lock.ts";
import { folder } from "../folder.ts";

const HOLDER = { pid: 4711, url: "http://127.0.0.1:8787" };

describe("the lock of a directory", () => {
  it("is held by one at a time, who is named", () => {
    const directory = folder();
    const held = lock(directory, HOLDER);
    expect(() => lock(directory, { ...HOLDER, pid: 1 })).toThrow(
      `${directory} is in use by the process 4711, which runs on http://127.0.0.1:8787`,
    );
    held.release();
    lock(directory, HOLDER).release();
  });

  it("is held by somebody unknown where the note is gone or broken", () => {
    const directory = folder();
    const held = lock(directory, HOLDER);
    writeFileSync(join(directory, "running.json"), "{");
    expect(() => lock(directory, HOLDER)).toThrow(`${directory} is in use by another process`);
    held.release();
  });

  it("ends with its process, however that ends", async () => {
    const directory = folder();
    const module = join(import.meta.dirname, "../../../src/node/store/lock.ts");
    const source = `import { lock } from ${JSON.stringify(module)};
      lock(${JSON.stringify(directory)}, { pid: process.pid, url: "http://x" }); console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    expect(() => lock(directory, HOLDER)).toThrow(Locked);
    child.kill("SIGKILL");
    await once(child, "exit");
    lock(directory, HOLDER).release();
  });
});
