import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/start/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("npm start's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, []);

  it("has a port and a folder where none are given", () =>
    expect(parseOptions([])).toEqual({ status: "options", options: { port: 8787, persistTo: ".wrangler/state" } }));

  it.each([
    ["--port", "1", { port: 1, persistTo: ".wrangler/state" }],
    ["--port", "65535", { port: 65_535, persistTo: ".wrangler/state" }],
    ["--persist-to", "/var/feeds", { port: 8787, persistTo: "/var/feeds" }],
  ])("takes %s %s", (option, value, options) =>
    expect(parseOptions([option, value])).toEqual({ status: "options", options }),
  );

  it.each(["0", "65536", "80.5", "http", "=-1"])("does not take port %s", (port) => {
    const args = port.startsWith("=") ? [`--port${port}`] : ["--port", port];
    expect(parseOptions(args)).toEqual({ status: "usage", problem: `--port ${port.replace("=", "")} is no port` });
  });

  it("takes no words beside its options", () =>
    expect(parseOptions(["now"])).toEqual({
      status: "usage",
      problem: expect.stringMatching(/^Unexpected argument 'now'/),
    }));
});
