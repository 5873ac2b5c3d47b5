import { earlierLine } from "../../earlier-line.ts";
import { textOfChild, wholeText } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { ABSOLUTE_URL, hasScheme } from "../../forms/addresses.ts";
import { clip } from "../../forms/form.ts";
import { UNIQUE_ENOUGH } from "../../forms/text.ts";
import type { XmlRule } from "../../rule.ts";
import { bestPractice, specified } from "./sections.ts";

const GUID = { formats: ["rss"], element: "<guid>", on: { names: ["guid"] }, ...specified("guid", "item") } as const;
const withGuid = (guid: string) => documentOf("rss", { entry: guid });
const PERMALINK = withGuid("<guid>https://gazette.example/boat</guid>");
const TAG = withGuid('<guid isPermaLink="false">tag:gazette.example,2026:boat</guid>');
const NO_PERMALINK = 'Write isPermaLink="false", or the address of the page.';

/** Rules for what readers know items by. */
export const GUID_RULES: XmlRule[] = [
  {
    ...GUID,
    name: "rss/guid-permalink",
    severity: "error",
    says: "A guid that is a permalink, as it is unless isPermaLink is false, is an absolute address",
    mend: NO_PERMALINK,
    readers: "Where there is no link, readers open it in its place.",
    check: (guid) => {
      if (guid.attributes.get("isPermaLink") === "false") return undefined;
      const wrong = ABSOLUTE_URL.fault(wholeText(guid).trim());
      return wrong && `${wrong}, and isPermaLink is not false`;
    },
    fails: withGuid("<guid>boat</guid>"),
    passes: TAG,
  },
  {
    ...GUID,
    name: "rss/guid-permalink-page",
    severity: "error",
    says: "A guid that is a permalink is no name, but leads to a page",
    mend: NO_PERMALINK,
    readers: "Where there is no link, readers open it in its place, and find nothing.",
    check: (guid) => {
      const text = wholeText(guid).trim();
      return guid.attributes.get("isPermaLink") !== "false" && /^(tag|urn):/i.test(text)
        ? `"${clip(text)}" is a name that no browser opens, and isPermaLink is not false`
        : undefined;
    },
    fails: withGuid("<guid>tag:gazette.example,2026:boat</guid>"),
    passes: TAG,
  },
  {
    ...GUID,
    name: "rss/guid-permalink-scheme",
    severity: "warning",
    says: "A guid that is a permalink is an http(s) address",
    mend: NO_PERMALINK,
    check: (guid) => {
      const text = wholeText(guid).trim();
      return guid.attributes.get("isPermaLink") !== "false" && hasScheme(text) && !/^(https?|tag|urn):/i.test(text)
        ? `"${clip(text)}" is not an http(s) address, and isPermaLink is not false`
        : undefined;
    },
    fails: withGuid("<guid>ftp://gazette.example/boat</guid>"),
    passes: PERMALINK,
  },
  {
    ...GUID,
    name: "rss/guid-unique-enough",
    severity: "warning",
    says: `A guid is ${UNIQUE_ENOUGH.says}`,
    ...bestPractice("element-channel-item-guid"),
    mend: UNIQUE_ENOUGH.mend,
    check: (guid) =>
      guid.attributes.get("isPermaLink") === "false" ? UNIQUE_ENOUGH.fault(wholeText(guid).trim()) : undefined,
    fails: withGuid('<guid isPermaLink="false">42</guid>'),
    passes: TAG,
  },
  {
    ...GUID,
    name: "rss/guid-unique",
    severity: "error",
    says: "A guid is of one item only",
    mend: "Give each item a guid of its own.",
    readers: "Readers show one of the items, and take the others for the same.",
    on: { roles: ["entry"] },
    check: (item, sheet) => {
      const guid = textOfChild(item, "guid");
      if (!guid) return undefined;
      const line = earlierLine(GUIDS, guid, item.line, sheet);
      return line === undefined ? undefined : `the guid "${clip(guid)}" is that of the item on line ${line}, too`;
    },
    fails: PERMALINK.replace(/( *<item>[\s\S]*<\/item>\n)/, "$1$1"),
    passes: PERMALINK,
  },
];

const GUIDS = {};
