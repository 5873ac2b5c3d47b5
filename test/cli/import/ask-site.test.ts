import { afterEach, describe, expect, it } from "vitest";
import { askSite } from "../../../src/cli/import/ask-site.ts";
import { type Answered, closeServers, nobody, serve } from "../server.ts";

afterEach(closeServers);

/** A site that answers as it is told, one answer after the other, and who asks it. */
async function site(...answers: Answered[]) {
  let next = 0;
  const { url, asked } = await serve(() => answers[Math.min(next++, answers.length - 1)] ?? {});
  return { url: `${url}/`, asked, ...patiently() };
}

/** Who asks, and notes for how long it would have waited. */
function patiently() {
  const waits: number[] = [];
  return { ask: askSite(async (milliseconds) => void waits.push(milliseconds)), waits };
}

const answering = (status: number, retryAfter?: string): Answered => ({ status, retryAfter, body: `answer ${status}` });

describe("a running site", () => {
  it("is asked by name, and its answer is given with where it came from", async () => {
    const { ask, url, asked } = await site(answering(200));
    const { body, ...answer } = await ask(url, { accept: "application/json" });
    expect(answer).toMatchObject({ url, status: 200 });
    expect(new TextDecoder().decode(body)).toBe("answer 200");
    expect(asked.map(({ headers }) => headers["user-agent"])).toEqual(["Wireproof import"]);
  });

  it("that is busy is asked again when it says, or ever later", async () => {
    const { ask, url, waits } = await site(answering(429, "7"), answering(503), answering(502), answering(200));
    expect((await ask(url)).status).toBe(200);
    expect(waits).toEqual([7_000, 2_000, 4_000]);
  });

  it("that stays busy is given up", async () => {
    const { ask, url, asked } = await site(answering(503));
    expect((await ask(url)).status).toBe(503);
    expect(asked).toHaveLength(5);
  });

  it("that fails is not asked the same again", async () => {
    const { ask, url, waits } = await site(answering(500));
    expect((await ask(url)).status).toBe(500);
    expect(waits).toEqual([]);
  });

  it("that wants to be left alone for long is left alone", async () => {
    const { ask, url } = await site(answering(429, "86400"));
    await expect(ask(url)).rejects.toThrow("it is busy, and wants to be asked in 86400 seconds");
  });

  it("that does not answer is asked again, and then it is said why", async () => {
    const { ask, waits } = patiently();
    await expect(ask(await nobody())).rejects.toThrow(/the site cannot be read: /);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });
});
