import { expect, it } from "vitest";
import { SITE } from "../../site.ts";
import { newsroom } from "../newsroom.ts";

it("the API tells which old addresses are asked for, by whom, where they lead, and what could be said of them", async () => {
  const room = await newsroom(undefined, { ...SITE, redirects: ["wordpress"] });
  for (const path of ["/feed/", "/feed", "/rss/old.xml?key=secret"])
    await room.request("GET", path, undefined, { "user-agent": "Feedly/1.0" });
  const answer = await room.request("GET", "/api/redirects");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const times = { first_asked: time, last_asked: time };
  expect(await answer.json()).toEqual({
    addresses: [
      { address: "/feed", asked: 2, readers: [{ product: "Feedly", asked: 2 }], leads_to: "all.rss", ...times },
      {
        ...{ address: "/rss/old.xml", asked: 1, readers: [{ product: "Feedly", asked: 1 }], ...times },
        suggestion: '{ "/rss/old.xml": "all.rss" }',
      },
    ],
  });
});
