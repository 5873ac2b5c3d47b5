import { expect, it } from "vitest";
import { type Ran, runCli } from "./run.ts";
import { type Answered, closeServers, json, nobody, serve } from "./server.ts";

/** One of each kind: what the client makes of others is tested without a process. */
const FAILING: [string, Answered, string][] = [
  ["answers 401", json({}, 401), "answered 401: is it the right token?"],
  ["answers 500 with a page", { status: 500, body: "<h1>\n  Oops\n</h1>" }, "answered 500: <h1> Oops </h1>"],
  ["is another server", { body: "<html>Hello</html>" }, "answered 200, but not as a Wireproof service does"],
];

/**
 * What a command does with a service that does not do its part.
 * @param args the command's own words; it asks the service's `asked`
 * @param told how a line begins that names the trouble, and where it stands
 */
export function itTellsAFailingServiceInOneLine(
  command: "import" | "partners" | "verify",
  { args, asked, told }: { args: string[]; asked: string; told: (ran: Ran) => string },
): void {
  it.each(FAILING)("tells in one line that the service %s, and ends with 2", async (_, answer, trouble) => {
    const { url } = await serve(() => answer);
    const ran = await runCli(command, [...args, "--to", url, "--token", "secret"]);
    await closeServers();
    expect(told(ran)).toMatch(/^[^\n]+\n$/);
    expect(told(ran)).toContain(`${url}${asked}`);
    expect(told(ran)).toContain(trouble);
    expect([ran.code, /^ +at /m.test(ran.out + ran.err)]).toEqual([2, false]);
  });

  it("tells in one line that nobody answers, and ends with 2", async () => {
    const base = await nobody();
    const ran = await runCli(command, [...args, "--to", `${base}/`, "--token", "secret"]);
    expect(told(ran)).toMatch(/^[^\n]+\n$/);
    expect(told(ran)).toContain(base);
    expect([ran.code, /^ +at /m.test(ran.out + ran.err)]).toEqual([2, false]);
  });
}

/** The only thing that a command says where it cannot do anything: one line on stderr, nothing on stdout. */
export const lineOnStderr = ({ out, err }: Ran): string => (out === "" ? err : `${out}${err}`);
