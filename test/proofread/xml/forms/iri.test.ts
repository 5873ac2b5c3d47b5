import { expect, it, test } from "vitest";
import { canonicalIri, resolveIri } from "../../../../src/proofread/xml/forms/iri.ts";

it.each([
  ["HTTP://User@Example.COM:80", "http://User@example.com/"],
  ["https://a.example:443/b/../c/./d/?q=%7e#%7E", "https://a.example/c/d/?q=~#~"],
  ["http://a.example/b/..", "http://a.example/"],
  ["http://a.example/../../b", "http://a.example/b"],
  ["http://a.example/%c3%87", "http://a.example/%C3%87"],
  ["http://a.example/C%cc%a7", "http://a.example/%C3%87"],
  ["http://a.example/%ff", "http://a.example/%FF"],
  ["http://[::1]:80/", "http://[::1]/"],
  ["mailto:Ada@Gazette.example", "mailto:Ada@Gazette.example"],
  ["tag:gazette.example,2026:%41", "tag:gazette.example,2026:A"],
  ["", ""],
])("%j in its normal form is %j", (text, canonical) => {
  expect(canonicalIri(text)).toBe(canonical);
  expect(canonicalIri(canonical)).toBe(canonical);
});

test("references are resolved, as far as anybody reads", () => {
  expect(resolveIri("../boat", "https://gazette.example/a/b/c")).toBe("https://gazette.example/a/boat");
  expect(resolveIri("https://gazette.example/", undefined)).toBe("https://gazette.example/");
  expect(resolveIri("boat", undefined)).toBeUndefined();
  expect(resolveIri("boat", `https://gazette.example/${"a/".repeat(1_000)}`)).toBeUndefined();
});
