import { expect, it } from "vitest";
import { proofread } from "../../../../src/proofread/proofread.ts";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";

const rulesOf = async (prefix: string, uri: string, local = "creator"): Promise<string[]> => {
  const namespaces = { [prefix]: uri };
  const { findings } = await proofread(
    documentOf("rss", { entry: `<${prefix}:${local}>Ada</${prefix}:${local}>`, namespaces }),
  );
  return findings.map(({ rule }) => rule);
};

it.each([
  ["dc", "http://purl.org/dc/elements/1.1/", []],
  ["dc", "https://purl.org/dc/elements/1.1/", ["xml/namespace-mistaken"]],
  ["dc", "http://purl.org/dc/elements/1.1", ["xml/namespace-mistaken"]],
  ["dc", "http://purl.org/DC/elements/1.1/", ["xml/namespace-mistaken"]],
  ["dublin", "http://purl.org/dc/elements/1.1/", ["xml/prefix-usual"]],
  ["dc", "https://gazette.example/photo", ["xml/prefix-reserved", "xml/namespace-unknown"]],
  ["photo", "https://gazette.example/photo", ["xml/namespace-unknown"]],
  ["yt", "http://www.youtube.com/xml/schemas/2015", []],
])("%s for %s", async (prefix, uri, names) => {
  expect((await rulesOf(prefix, uri)).toSorted()).toEqual(names.toSorted());
});

it("reads what stands under another spelling as if it stood under the usual one", async () => {
  expect(await rulesOf("dc", "http://purl.org/dc/elements/1.0/", "author")).toEqual([
    "dc/unknown-element",
    "xml/namespace-mistaken",
  ]);
});

it("takes both forms of the source namespace", async () => {
  expect(await rulesOf("source", "http://source.scripting.com/", "markdown")).toEqual([]);
  expect(await rulesOf("source", "https://source.scripting.com/", "markdown")).toEqual([]);
});

it("knows GeoRSS by the spellings that are mistaken for its own", async () => {
  expect(await rulesOf("georss", "http://www.georss.org/georss/10", "nowhere")).toEqual([
    "georss/unknown-element",
    "xml/namespace-mistaken",
  ]);
});
