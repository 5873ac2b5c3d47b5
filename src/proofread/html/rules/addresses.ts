import { hasScheme } from "../../xml/forms/addresses.ts";
import { clip } from "../../xml/forms/form.ts";
import { UNSAFE_ELEMENTS, URL_ATTRIBUTES } from "../names.ts";
import { described, forTags, HTML_FORMATS, type HtmlRule } from "../rule.ts";
import { srcsetAddresses } from "../srcset.ts";

const BASE = {
  formats: HTML_FORMATS,
  element: "HTML in a text",
  section: "RSS Best Practices Profile, description",
  url: "https://www.rssboard.org/rss-profile#element-channel-item-description",
} as const;

/** Rules for the addresses in HTML. */
export const HTML_ADDRESS_RULES: HtmlRule[] = [
  {
    ...BASE,
    name: "html/relative-url",
    severity: "warning",
    says: "Addresses in HTML are absolute: a feed has no page that they could be relative to",
    mend: "Write the whole address, with its scheme: https://example.org/page.",
    readers:
      "Some readers take the feed's address for the base, some the item's link, some none: links and pictures are lost.",
    check: forTags(({ name, namespace, attributes }, { hasBase }) =>
      hasBase || namespace !== "html" || UNSAFE_ELEMENTS.has(name)
        ? []
        : attributes.flatMap(([attribute, value]) => {
            const wrong = URL_ATTRIBUTES.has(attribute) ? relativeFault(value) : undefined;
            return wrong ? [`<${name} ${attribute}> ${wrong}`] : [];
          }),
    ),
    fails: described('<a href="/boat">More</a>'),
    passes: described('<a href="https://gazette.example/boat">More</a>'),
  },
  {
    ...BASE,
    name: "html/relative-srcset",
    severity: "warning",
    says: "Addresses in a srcset are absolute",
    mend: "Write the whole address of each picture, with its scheme.",
    readers: "Readers that show HTML as browsers do prefer the srcset to the src, and show no picture.",
    check: forTags(({ name, attributes }, { hasBase }) =>
      hasBase
        ? []
        : attributes
            .filter(([attribute]) => attribute === "srcset")
            .flatMap(([, value]) => srcsetAddresses(value))
            .flatMap((address) => {
              const wrong = relativeFault(address);
              return wrong ? [`<${name} srcset> ${wrong}`] : [];
            }),
    ),
    fails: described('<img src="https://gazette.example/1.jpg" srcset="/2.jpg 2x" alt="">'),
    passes: described('<img src="https://gazette.example/1.jpg" srcset="https://gazette.example/2.jpg 2x" alt="">'),
  },
  {
    ...BASE,
    name: "html/image-address",
    severity: "warning",
    says: "A picture has an address that readers can load",
    section: "HTML Living Standard §4.8.3, The img element",
    url: "https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element",
    mend: "Write the picture's address into src: what a script puts there on the page, no reader does.",
    readers: "Readers show no picture.",
    check: forTags(({ name, namespace, attributes }) => {
      if (name !== "img" || namespace !== "html") return [];
      const addressed = new Map(attributes);
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
    fails: described('<img data-src="https://gazette.example/1.jpg" alt="">'),
    passes: described('<img src="https://gazette.example/1.jpg" alt="">'),
  },
];

const isData = (address: string): boolean => /^(?:data|about|blob):/i.test(address.trim());

const hasCandidate = (srcset: string): boolean => srcsetAddresses(srcset).some((address) => !isData(address));

/** What is wrong with an address, if it is relative; of no address at all, nothing. */
function relativeFault(value: string): string | undefined {
  const url = value.trim();
  if (url === "" || hasScheme(url)) return undefined;
  return url.startsWith("#")
    ? `"${clip(url)}" points into a page that readers do not show`
    : `"${clip(url)}" is no whole address`;
}
