import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/edge/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("npm run edge's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, []);

  it("have defaults: wrangler's own place for the store", () => {
    const options = { port: 8787, persistTo: ".wrangler/state" };
    expect(parseOptions([])).toEqual({ status: "options", options });
  });

  it("take a port and a place", () => {
    const options = { port: 65_535, persistTo: "elsewhere" };
    expect(parseOptions(["--port", "65535", "--persist-to", "elsewhere"])).toEqual({ status: "options", options });
  });

  it.each(["0", "65536", "1.5", "http", ""])("do not take %j for a port", (port) =>
    expect(parseOptions(["--port", port])).toEqual({ status: "usage", problem: `--port ${port} is no port` }),
  );
});
