import { wholeText } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { ATOM } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { XmlRule } from "../../rule.ts";
import { WITHIN_ANY } from "./formats.ts";

const TEXTS = ["id", "icon", "logo", "uri", "published", "updated"].map((name) => ATOM + name);
const ATTRIBUTES = ["href", "src", "uri", "scheme"];

export const WHITE_SPACE_RULES: XmlRule[] = [
  {
    ...rfc(4287, "2"),
    name: "atom/white-space",
    severity: "error",
    formats: WITHIN_ANY,
    element:
      "<id>, <icon>, <logo>, <uri>, <published>, <updated>, link href, content src, generator uri, category scheme",
    says: "There is no white space in addresses and dates, not even around them",
    mend: "Write it without line breaks and blanks: <id>tag:example.org,2026:page</id>.",
    readers: "An id with white space is another one to readers that compare letter by letter.",
    on: { names: [...TEXTS, ...["link", "content", "generator", "category"].map((name) => ATOM + name)] },
    check: (element) => {
      if (TEXTS.includes(element.name)) {
        const text = wholeText(element);
        return text === text.trim() ? undefined : "there is white space around it";
      }
      return ATTRIBUTES.flatMap((name) => {
        const value = element.attributes.get(name) ?? "";
        return value === value.trim() ? [] : [`there is white space around the ${name}`];
      });
    },
    fails: documentOf("atom", { entry: "<id> tag:gazette.example,2026:boat </id>" }),
    passes: documentOf("atom", { entry: "<id>tag:gazette.example,2026:boat</id>" }),
  },
  {
    ...rfc(4287, "3.2"),
    name: "atom/element-children",
    severity: "error",
    formats: WITHIN_ANY,
    element: "<generator>, <name>, <email> and others that are text",
    says: "What is text alone has no elements in it",
    mend: "Take the markup out.",
    on: { names: [...TEXTS, ...["generator", "name", "email"].map((name) => ATOM + name)] },
    check: ({ children: [child] }) => child && [{ message: "there are elements where text alone is read", at: child }],
    fails: documentOf("atom", { feed: "<generator>Press <b>2</b></generator>" }),
    passes: documentOf("atom", { feed: "<generator>Press 2</generator>" }),
  },
];
