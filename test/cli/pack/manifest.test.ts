import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS, isPacked, packedManifest } from "../../../src/cli/pack/manifest.ts";

const own = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"));

describe("the package's package.json", () => {
  it("names each command's bundle, with the flags that the clone gives Node", () => {
    const { scripts } = packedManifest({
      scripts: {
        start: "node src/cli/start.js",
        import: "node --import ./src/cli/ready.js --max-semi-space-size=4 src/cli/import.ts",
        test: "vitest",
      },
    });
    expect(scripts.start).toBe("node dist/cli/start.js");
    expect(scripts.import).toBe("node --max-semi-space-size=4 dist/cli/import.js");
    expect(Object.keys(scripts)).toEqual([...COMMANDS]);
  });

  it("is known from the clone's, which no older one is to replace", () =>
    expect([isPacked(own), isPacked(packedManifest(own))]).toEqual([false, true]));

  it("says what the clone's says of itself", () => {
    const packed = packedManifest(own);
    for (const field of ["name", "version", "bin", "files", "optionalDependencies", "license"])
      expect(packed[field]).toEqual(own[field]);
    expect(packed).not.toHaveProperty("dependencies");
  });
});
