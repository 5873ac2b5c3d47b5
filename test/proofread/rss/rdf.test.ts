import { describe, expect, it } from "vitest";
import { findings } from "../../../src/proofread/finding.ts";
import { RDF_RULES } from "../../../src/proofread/rss/rdf.ts";
import { parseXmlStrictly } from "../../../src/verify/parse/xml.ts";

/** What is found in RSS 1.0, beside that it is not a newer format. */
function found(content: string, namespace = "http://purl.org/rss/1.0/"): [message: string, where: string][] {
  const root = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}">${content}</r:RDF>`;
  const parsed = parseXmlStrictly(root);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  const [last, ...others] = findings(RDF_RULES, parsed.root).reverse();
  expect(last).toMatchObject({ severity: "warning", message: expect.stringContaining("RSS 1.0 or older") });
  return others.reverse().map(({ message, where }) => [message, where]);
}

const CHANNEL = "<channel><title>t</title><link>l</link></channel>";
const ITEM = '<item r:about="a"><title>t</title><link>l</link></item>';

describe("RSS 1.0 and 0.90", () => {
  it.each([
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
  ])("are clean as %s", (namespace) => {
    expect(found(`${CHANNEL}${ITEM}${ITEM}`, namespace)).toEqual([]);
  });

  it.each<[what: string, content: string, found: [string, string][]]>([
    ["no channel", ITEM, [["there are 0 channels", "<RDF>, line 1"]]],
    ["two channels", `${CHANNEL}${CHANNEL}`, [["there are 2 channels", "<RDF>, line 1"]]],
    [
      "a channel without a link",
      "<channel><title>t</title></channel>",
      [["there is not one <link>", "<channel>, line 1"]],
    ],
    [
      "an item with two titles",
      `${CHANNEL}\n<item r:about="a"><title>t</title><title>t</title><link>l</link></item>`,
      [["there is not one <title>", "<item>, line 2"]],
    ],
    [
      "an item without its address as a resource",
      `${CHANNEL}<item><title>t</title><link>l</link></item>`,
      [["there is no rdf:about", "<item>, line 1"]],
    ],
    ["a channel of another namespace, which is none", `<channel xmlns="urn:x"/>${CHANNEL}`, []],
  ])("are faulted for %s", (_, content, expected) => {
    expect(found(content)).toEqual(expected);
  });
});
