import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask } from "./ask.ts";
import { CADDY, type Front, NGINX, startCaddy, startNginx } from "./proxies.ts";
import { SITE_HOST } from "./recipe.ts";
import { type Service, startService, TOKEN } from "./service.ts";

/** Wrong keys from one address in a minute, after which none is looked up. */
const MAX_REFUSALS = 60;

const HTTPS = `https://${SITE_HOST}`;
const PARTNERS = "/partner/harbour-radio.rss";

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.stop());

describe.each([
  ["nginx", NGINX, startNginx, "127.0.0.2"],
  ["Caddy", CADDY, startCaddy, "127.0.0.3"],
])("%s in front, as the README has it", (_name, program, start, guesser) => {
  describe.skipIf(program === null)("once it runs", () => {
    let front: Front;
    beforeAll(async () => {
      front = await start(service.port);
    });
    afterAll(() => front?.stop());

    it("serves documents that name themselves by their own address", async () => {
      const { status, headers, body } = await ask(front.port, "/feeds/everything.atom");
      expect([status, headers["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
      expect(body.toString()).toContain(`<link rel="self" href="${HTTPS}/feeds/everything.atom"`);
    });

    it("leads from HTTP to HTTPS", async () => {
      const answer = await fetch(`http://127.0.0.1:${front.plainPort}/feeds/everything.rss?a=b`, {
        headers: { host: SITE_HOST },
        redirect: "manual",
      });
      expect(answer.status).toBeGreaterThanOrEqual(301);
      expect(answer.headers.get("location")).toMatch(/^https:\/\/[^/]+\/feeds\/everything\.rss\?a=b$/);
    });

    it("lets editors sign in, and no page of another site do so for them", async () => {
      const post = (origin: string) =>
        ask(front.port, "/desk/sign-in", {
          method: "POST",
          headers: { origin, "content-type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ token: TOKEN }).toString(),
        });
      const signedIn = await post(HTTPS);
      expect([signedIn.status, cookieOf(signedIn)]).toEqual([303, expect.stringMatching(/^desk=.*; Secure/)]);
      expect((await post("https://elsewhere.example")).status).toBe(403);
      const desk = await ask(front.port, "/desk", { headers: { cookie: cookieOf(signedIn).split(";", 1)[0] ?? "" } });
      expect([desk.status, desk.body.toString()]).toEqual([200, expect.stringContaining("everything")]);
    });

    it("takes a bulk that is larger than what proxies let through unasked", async () => {
      const article = {
        ...{ id: "bulk", url: "https://gazette.example/bulk", title: "Bulk", published_at: "2020-01-01T00:00:00Z" },
        content_html: `<p>${"A long story. ".repeat(20_000)}</p>`,
      };
      const body = `${JSON.stringify(article)}\n`.repeat(10);
      expect(body.length).toBeGreaterThan(2_000_000);
      const headers = { authorization: `Bearer ${TOKEN}` };
      const answer = await ask(front.port, "/api/articles", { method: "POST", headers, body });
      expect([answer.status, answer.body.toString().trim().split("\n").length]).toEqual([200, 10]);
    });

    it("tells the service who asks, whatever a reader says of that", async () => {
      const guess = async (from: string, forwarded: string) => {
        const headers = { "x-forwarded-for": forwarded, "x-forwarded-host": "elsewhere.example" };
        const authorization = "Bearer guessed";
        const { status } = await ask(front.port, PARTNERS, { from, headers: { ...headers, authorization } });
        return status;
      };
      const answers = new Set<number>();
      // A new minute may begin on the way, and with it a new count.
      for (let guesses = 0; guesses <= 2 * MAX_REFUSALS && !answers.has(429); guesses += 1)
        answers.add(await guess(guesser, `203.0.113.${guesses}`));
      expect([...answers]).toEqual([401, 429]);
      expect(await guess("127.0.0.9", "203.0.113.0")).toBe(401);
    });
  });
});

const cookieOf = ({ headers }: Answer): string => headers["set-cookie"]?.[0] ?? "";
