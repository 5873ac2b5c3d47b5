import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/start/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("npm start's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, []);

  const defaults = {
    port: 8787,
    address: "127.0.0.1",
    directory: ".wireproof",
    empty: false,
    base: undefined,
    hosts: [],
    trustedProxies: [],
    metricsPort: undefined,
    hstsSubdomains: false,
    logFormat: "json",
  };
  const optionsOf = (args: string[], env = {}) => parseOptions(args, { env, isTerminal: false });

  it("have defaults, and speak to people on a terminal", () => {
    expect(optionsOf([])).toEqual({ status: "options", options: defaults });
    const options = { ...defaults, logFormat: "text" };
    expect(parseOptions([], { env: {}, isTerminal: true })).toEqual({ status: "options", options });
  });

  it.each([
    ["--port", "PORT", "1", { port: 1 }],
    ["--port", "PORT", "65535", { port: 65_535 }],
    ["--address", "ADDRESS", "0.0.0.0", { address: "0.0.0.0" }],
    ["--persist-to", "PERSIST_TO", "/var/feeds", { directory: "/var/feeds" }],
    ["--base-url", "BASE_URL", "https://feeds.example/", { base: "https://feeds.example" }],
    ["--hosts", "HOSTS", "feeds.internal, news.example", { hosts: ["feeds.internal", "news.example"] }],
    ["--trusted-proxies", "TRUSTED_PROXIES", "10.0.0.0/8,::1", { trustedProxies: ["10.0.0.0/8", "::1"] }],
    ["--metrics-port", "METRICS_PORT", "9464", { metricsPort: 9464 }],
    ["--log-format", "LOG_FORMAT", "text", { logFormat: "text" }],
  ])("take %s %s alike: %s", (option, variable, value, changes) => {
    const expected = { status: "options", options: { ...defaults, ...changes } };
    expect(optionsOf([option, value])).toEqual(expected);
    expect(optionsOf([], { [variable]: value })).toEqual(expected);
  });

  it.each([
    ["--empty", "EMPTY", { empty: true }],
    ["--hsts-subdomains", "HSTS_SUBDOMAINS", { hstsSubdomains: true }],
  ])("take %s and %s alike", (option, variable, changes) => {
    const options = { ...defaults, ...changes };
    expect([optionsOf([option]), optionsOf([], { [variable]: "1" })]).toEqual([
      { status: "options", options },
      { status: "options", options },
    ]);
    expect(optionsOf([], { [variable]: "0" })).toEqual({ status: "options", options: defaults });
  });

  it("take the command line's word over the environment's", () =>
    expect(optionsOf(["--port", "1"], { PORT: "2", ADDRESS: "" })).toEqual({
      status: "options",
      options: { ...defaults, port: 1 },
    }));

  it.each(["0", "65536", "80.5", "http", "=-1"])("do not take port %s", (port) => {
    const args = port.startsWith("=") ? [`--port${port}`] : ["--port", port];
    expect(parseOptions(args)).toEqual({ status: "usage", problem: `--port ${port.replace("=", "")} is no port` });
  });

  it.each([
    ["--base-url", "feeds.example", "is no address of a site, such as https://feeds.gazette.example"],
    ["--base-url", "https://feeds.example/rss", "is no address of a site, such as https://feeds.gazette.example"],
    ["--trusted-proxies", "10.0.0.0/33", "is neither an address nor a network such as 10.0.0.0/8"],
    ["--trusted-proxies", "nginx", "is neither an address nor a network such as 10.0.0.0/8"],
    ["--log-format", "xml", "is none of json, text"],
  ])("do not take %s %s", (option, value, problem) =>
    expect(parseOptions([option, value])).toEqual({ status: "usage", problem: `${option} ${value} ${problem}` }),
  );

  it("take no words beside themselves", () =>
    expect(parseOptions(["now"])).toEqual({
      status: "usage",
      problem: expect.stringMatching(/^Unexpected argument 'now'/),
    }));
});
