import { describe, expect, it } from "vitest";
import { askPatiently } from "../../src/cli/patient.ts";

const later = (after: string, status = 503) => new Response("later", { status, headers: { "retry-after": after } });

/** What is answered in the end, and for how long it was waited for. */
async function ask(bound: number, ...answers: Response[]) {
  const waits: number[] = [];
  const left = [...answers];
  const next = async (): Promise<Response> => left.shift() ?? new Response("ok");
  const { status } = await askPatiently(next, bound, async (milliseconds) => void waits.push(milliseconds));
  return { status, waits };
}

describe("askPatiently", () => {
  it.each([429, 503])("asks again after %i, when the server says", async (status) =>
    expect(await ask(60_000, later("5", status), later("7", status))).toEqual({ status: 200, waits: [5_000, 7_000] }),
  );

  it("takes a time for what is left until then, and waits a second at least (RFC 9110 §10.2.3)", async () => {
    const { waits } = await ask(60_000, later(new Date(Date.now() + 20_000).toUTCString()), later("0"));
    expect(waits[0]).toBeGreaterThan(1_000);
    expect(waits[0]).toBeLessThanOrEqual(20_000);
    expect(waits[1]).toBe(1_000);
  });

  it("waits no longer in all than it is told, and then hands on the answer", async () => {
    expect(await ask(10_000, later("6"), later("6"))).toEqual({ status: 503, waits: [6_000] });
    expect(await ask(0, later("1"))).toEqual({ status: 503, waits: [] });
  });

  it.each([[later("soon")], [new Response("", { status: 503 })], [later("5", 500)], [later("5", 200)]])(
    "waits for nothing else",
    async (answer) => expect(await ask(60_000, answer)).toEqual({ status: answer.status, waits: [] }),
  );
});
