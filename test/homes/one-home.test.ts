import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ONE_HOME } from "./one-home.ts";

const TESTS = join(import.meta.dirname, "../service");

const texts = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(TESTS, file), "utf8"));

describe("what one home only has", () => {
  const named = texts.flatMap((text) => [...text.matchAll(/isHere\("([^"]+)"\)/g)].map(([, what]) => what));

  it("is what tests of the service name, and nothing that no test is about any more", () => {
    expect(new Set(named)).toEqual(new Set(Object.keys(ONE_HOME)));
  });

  it.each(Object.entries(ONE_HOME))("has a reason: %s", (_, { reason }) => {
    expect(reason).not.toBe("");
  });
});

describe("the tests of the service", () => {
  it("know no home by any other way", () => {
    expect(texts.length).toBeGreaterThan(100);
    const ways = /\bcloudflare:|src\/(?:edge|node)\/|homes\/(?:edge|node)\.ts|\bhere\.name\b/;
    expect(texts.filter((text) => ways.test(text))).toEqual([]);
  });
});
