import { expect, it } from "vitest";
import { firstOwnerLink } from "../../../src/cli/start/first-owner.ts";

const answering = (status: number, body: unknown) => ({
  ask: async () => ({ status, text: JSON.stringify(body), body }),
});

it("the first owner's link is the service's, and there is none where somebody has joined", async () => {
  const url = "https://feeds.example/desk/join?link=a";
  expect(await firstOwnerLink(answering(201, { url }))).toBe(url);
  expect(await firstOwnerLink(answering(409, { detail: "Somebody has joined" }))).toBeNull();
});

it("another answer is told, and no link is made up", async () => {
  await expect(firstOwnerLink(answering(500, { detail: "Broken" }))).rejects.toThrow("answered 500: Broken");
  await expect(firstOwnerLink(answering(201, {}))).rejects.toThrow("answered 201");
});
