import { localName } from "../verify/parse/namespaces.ts";
import type { Element } from "../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "./finding.ts";
import { clip, isAbsolute, urlFault } from "./formats.ts";
import { descendants } from "./tree.ts";

/** The markup of an entry, and where it stands. */
export interface EntryMarkup {
  tags: Iterable<StartTag>;
  where: string;
}

export interface StartTag {
  name: string;
  attributes: [name: string, value: string][];
}

/** Elements that readers drop, or that do harm in them. */
const DROPPED = new Set(
  "script style link meta iframe frame frameset embed object applet form input button select textarea svg math base".split(
    " ",
  ),
);
const URL_ATTRIBUTES = new Set(["href", "src", "cite", "poster"]);

/** Rules for the HTML in an entry, whatever the format. */
export const HTML_RULES: ProofreadingRule<EntryMarkup>[] = [
  {
    rule: "RSS Best Practices Profile, description; RFC 4287 §2: HTML in a feed has no base for relative URLs",
    severity: "warning",
    check: forTags(({ name, attributes }) =>
      attributes.flatMap(([attribute, value]) => {
        if (!URL_ATTRIBUTES.has(attribute)) return [];
        const wrong = relativeUrl(value);
        return wrong ? [`<${name} ${attribute}> ${wrong}`] : [];
      }),
    ),
  },
  {
    rule: "HTML Living Standard §4.8.4.2.1; RFC 4287 §2: HTML in a feed has no base for the relative URLs of a srcset",
    severity: "warning",
    check: forTags(({ name, attributes }) =>
      attributes
        .filter(([attribute]) => attribute === "srcset")
        .flatMap(([, value]) => value.split(/,\s+/))
        .flatMap((candidate) => {
          const wrong = relativeUrl(candidate.trim().split(/\s/)[0] ?? "");
          return wrong ? [`<${name} srcset> ${wrong}`] : [];
        }),
    ),
  },
  {
    rule: "HTML Living Standard §4.8.3: an img has an address, which readers can load",
    severity: "warning",
    check: forTags(({ name, attributes }) => {
      if (name !== "img") return [];
      const addressed = new Map(attributes.toReversed());
      const src = addressed.get("src")?.trim() ?? "";
      if ((src !== "" && !isData(src)) || hasCandidate(addressed.get("srcset") ?? "")) return [];
      const lazy = attributes.find(
        ([attribute, value]) => /^data-.*(?:src|original)/.test(attribute) && !isData(value),
      );
      const instead = lazy ? `: it stands in ${lazy[0]}, which no reader looks at` : "";
      return [
        src === "" ? `<img> has no address${instead}` : `<img src> is "${clip(src)}", which readers drop${instead}`,
      ];
    }),
  },
  {
    rule: "RFC 4287 §8.1: active content",
    severity: "warning",
    check: forTags(({ name }) => (DROPPED.has(name) || name.includes("-") ? [`readers drop <${name}>`] : [])),
  },
  {
    rule: "RFC 4287 §8.1: event handlers and script URLs",
    severity: "warning",
    check: forTags(({ name, attributes }) =>
      attributes.flatMap(([attribute, value]) =>
        /^on[a-z]+$/.test(attribute) || /^\s*javascript:/i.test(value) ? [`<${name} ${attribute}> is script`] : [],
      ),
    ),
  },
  {
    rule: "HTML Living Standard §13.1.4: an ampersand in an attribute starts a reference",
    severity: "warning",
    check: forTags(({ name, attributes }) =>
      attributes
        .filter(([, value]) => /&[a-z0-9]+(?![a-z0-9;])/i.test(value))
        .map(([attribute, value]) => `<${name} ${attribute}> "${clip(value)}" has a bare &`),
    ),
  },
  {
    rule: "HTML Living Standard §13.1.2.3: repeated attributes",
    severity: "warning",
    check: forTags(({ name, attributes }) => {
      const seen = new Set<string>();
      return attributes.flatMap(([attribute]) => {
        if (seen.has(attribute)) return [`<${name}> has ${attribute} twice`];
        seen.add(attribute);
        return [];
      });
    }),
  },
];

/** As many faults of one rule are told of a body; more of a kind tell nobody more. */
const MAX_FAULTS = 3;

function forTags(check: (tag: StartTag) => string[]): (body: EntryMarkup) => Fault[] {
  return ({ tags, where }) => {
    const faults: Fault[] = [];
    for (const tag of tags) {
      for (const message of check(tag)) if (faults.length < MAX_FAULTS) faults.push({ where, message });
      if (faults.length >= MAX_FAULTS) break;
    }
    return faults;
  };
}

const isData = (address: string): boolean => /^(?:data|about|blob):/i.test(address.trim());

const hasCandidate = (srcset: string): boolean =>
  srcset.split(/,\s+/).some((candidate) => candidate.trim() !== "" && !isData(candidate));

function relativeUrl(value: string): string | undefined {
  const url = value.trim().replaceAll("&amp;", "&").replaceAll("&#x26;", "&");
  const wrong = url === "" || isAbsolute(url) ? undefined : urlFault(url);
  return wrong && (url.startsWith("#") ? `"${clip(url)}" points into a page that readers do not show` : wrong);
}

/** HTML that stands in a document as text. Its tags are looked for anew by every rule. */
export const htmlBody = (html: string, where: string): EntryMarkup => ({
  tags: { [Symbol.iterator]: () => tagsOf(html) },
  where,
});

/** XHTML that stands in a document as elements. */
export const xhtmlBody = (parent: Element, where: string): EntryMarkup => ({
  tags: parent.children.flatMap((child) =>
    [...descendants(child)].map(({ name, attributes }) => ({ name: localName(name), attributes: [...attributes] })),
  ),
  where,
});

/** The start tags of HTML. A regular expression over all of the text could take very long on hostile HTML. */
function* tagsOf(html: string): Generator<StartTag> {
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
    if (html.startsWith("<!--", at)) {
      at = html.indexOf("-->", at);
      if (at === -1) return;
      continue;
    }
    NAME.lastIndex = at + 1;
    const name = NAME.exec(html)?.[0];
    if (!name) continue;
    at = NAME.lastIndex - 1;
    const attributes: StartTag["attributes"] = [];
    ATTRIBUTE.lastIndex = NAME.lastIndex;
    for (let match = ATTRIBUTE.exec(html); match; match = ATTRIBUTE.exec(html)) {
      at = ATTRIBUTE.lastIndex - 1;
      attributes.push([(match[1] ?? "").toLowerCase(), match[2] ?? match[3] ?? match[4] ?? ""]);
    }
    yield { name: name.toLowerCase(), attributes };
  }
}

const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]+([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;
