import { expect, it } from "vitest";
import { listPolls, MAX_POLLS_OF_URL, savePoll } from "../../../src/service/store/proofread-polls.ts";
import { emptyStore } from "./rows.ts";

it("of one URL the last ones are remembered, the oldest first, and of others their own", async () => {
  const db = await emptyStore();
  for (let at = 1; at <= MAX_POLLS_OF_URL + 3; at += 1) await savePoll(db, "https://a.example/", at, `${at}`);
  await savePoll(db, "https://b.example/", 1, "b");
  const known = await listPolls(db, "https://a.example/");
  expect([known.length, known[0], known.at(-1)]).toEqual([MAX_POLLS_OF_URL, "4", `${MAX_POLLS_OF_URL + 3}`]);
  expect(await listPolls(db, "https://b.example/")).toEqual(["b"]);
});
