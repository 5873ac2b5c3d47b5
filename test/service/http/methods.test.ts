import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { methodsOf } from "../../../src/service/http/methods.ts";
import { PATHS } from "../../interface.ts";
import { FORM, formToken, ORIGIN, signIn } from "../desk/browser.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

describe("the methods of a path", () => {
  const room = new Hono().get("/", (c) => c.text("")).post("/:id", (c) => c.text(""));
  const app = new Hono()
    .use((_, next) => next())
    .route("/room", room)
    .all("/room/*", (c) => c.text(""));

  it.each([
    ["/room", ["GET", "HEAD", "OPTIONS"]],
    ["/room/a", ["POST", "OPTIONS"]],
    ["/room/a/b", []],
    ["/", []],
  ])("are those of its routes, not of what is there for all of them: %s", (path, methods) => {
    expect(methodsOf(app, path)).toEqual(methods);
  });
});

describe("every path of the interface", () => {
  const METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"];
  const paths = Object.entries(PATHS)
    // Whoever has no key is told the same of every path below it.
    .filter(([path]) => !path.startsWith("/partner/"))
    .map(([path, methods]) => ({
      path: path
        .replace("{slug}.", "all.")
        .replaceAll("{slug}", "all")
        .replaceAll("{page}", "1")
        .replaceAll(/\{\w+\}/g, "1"),
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      methods: methods.map((method) => method.toUpperCase()),
    }));
  /** A path may be that of several: `/api/partners/alerts` is a partner's, too. */
  const has = (path: string) =>
    new Set(paths.filter(({ pattern }) => pattern.test(path)).flatMap((one) => one.methods));
  const cases = paths.flatMap(({ path }) =>
    METHODS.filter((method) => !has(path).has(method) && method !== "OPTIONS").map((method) => ({ method, path })),
  );

  let room: Newsroom;
  let cookie: string;
  let token: string;
  beforeAll(async () => {
    room = await newsroom();
    await room.put(article("1"));
    await room.publish();
    const desk = await signIn(room);
    cookie = desk.cookie;
    token = formToken(await desk.page("/desk"));
  });

  const ask = (method: string, path: string, headers: Record<string, string> = {}) => {
    const sent = { ...FORM, ...ORIGIN, cookie, ...headers };
    return room.request(method, path, method === "GET" ? undefined : `form_token=${token}`, sent);
  };

  it.each(cases)(
    "answers $method $path with 405 and Allow, in the form of its readers (RFC 9110 §15.5.6)",
    async (one) => {
      const { method, path } = one;
      const answer = await ask(method, path);
      expect(answer.status).toBe(405);
      const allow = answer.headers.get("allow")?.split(", ") ?? [];
      expect(new Set(allow)).toEqual(new Set([...has(path), ...(has(path).has("GET") ? ["HEAD"] : []), "OPTIONS"]));
      if (path.startsWith("/api/")) expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.text()).toContain(allow.join(", "));
    },
  );

  it("says which methods there are where OPTIONS asks (RFC 9110 §9.3.7)", async () => {
    const answer = await ask("OPTIONS", "/api/articles/1");
    expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, HEAD, PUT, DELETE, OPTIONS"]);
  });

  it("shows people a page", async () => {
    const answer = await ask("POST", "/feeds/all", { accept: "text/html" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await answer.text()).toContain("<h1>It does not go like this</h1>");
  });

  it("tells whoever opens the address of a form at the desk where to go", async () => {
    const answer = await ask("GET", "/desk/sign-out");
    expect(answer.status).toBe(405);
    expect(await answer.text()).toMatch(/<h1>There is no page here<\/h1>.*Go back to the page with the form/s);
  });
});
