import { escapeAttribute, escapeUTF8 } from "entities";
import { MARKDOWN } from "../texts/body/markdown-it.ts";
import { isObject, objectsOf, trimmed } from "../values/json.ts";
import { PAYWALL } from "./for-all.ts";
import { isTrue } from "./values.ts";

type Card = Record<string, unknown>;

/**
 * A card of Ghost's editors as HTML, by the name and the fields that it has in lexical and in mobiledoc. Fields that the editor
 * fills with marked up text are HTML already. A card that is no text of the story is left out, and named.
 */
export function cardToHtml(name: string, card: Card, notes: string[]): string {
  const write = Object.hasOwn(CARDS, name) ? CARDS[name] : undefined;
  if (write) return write(card);
  const known = Object.hasOwn(NOT_OF_THE_STORY, name) ? NOT_OF_THE_STORY[name] : undefined;
  notes.push(`${known ?? `a card “${name}”`} is left out`);
  return known === undefined ? html(card.html) : "";
}

const NOT_OF_THE_STORY: Record<string, string> = {
  signup: "a form to sign up",
  email: "a part for e-mail only",
  "email-cta": "a part for e-mail only",
  transistor: "a member's own podcast player",
};

const CARDS: Record<string, (card: Card) => string> = {
  image: (card) => figure(linked(card.href, image(card)), card.caption),
  gallery: (card) =>
    figure(
      objectsOf(card.images)
        .map((one) => linked(one.href, image(one)))
        .join(""),
      card.caption,
    ),
  "before-after": (card) =>
    figure([card.beforeImage, card.afterImage].map((one) => (isObject(one) ? image(one) : "")).join(""), card.caption),
  embed: (card) => figure(html(card.html) || link(card.url, card.url), card.caption),
  bookmark: (card) => {
    const said = { ...card, ...(isObject(card.metadata) ? card.metadata : {}) };
    const from = [said.author, said.publisher].flatMap((one) => trimmed(one) ?? []).join(" · ");
    const lines = [link(card.url, trimmed(said.title) ?? card.url), text(said.description), escapeUTF8(from)];
    return figure(`<p>${lines.filter((line) => line !== "").join("<br>")}</p>`, card.caption);
  },
  video: (card) => {
    const poster = trimmed(card.customThumbnailSrc) ?? card.thumbnailSrc;
    return figure(
      `<video controls${attributes({ ...only(card, "src", "width", "height"), poster })}></video>`,
      card.caption,
    );
  },
  audio: (card) => figure(`<audio controls${attributes(only(card, "src"))}></audio>`, text(card.title)),
  file: (card) =>
    `<p>${link(card.src, trimmed(card.fileTitle) ?? card.fileName)}</p>${paragraph(text(card.fileCaption))}`,
  html: (card) => html(card.html),
  markdown: (card) => MARKDOWN.render(typeof card.markdown === "string" ? card.markdown : ""),
  codeblock: (card) => {
    const language = trimmed(card.language);
    const code = `<pre><code${attributes({ class: language && `language-${language}` })}>${text(card.code, false)}</code></pre>`;
    return trimmed(card.caption) ? figure(code, card.caption) : code;
  },
  horizontalrule: () => "<hr>",
  callout: (card) => {
    const words = [text(card.calloutEmoji), html(card.calloutText)].filter((part) => part !== "").join(" ");
    return /<(?:p|ul|ol|h\d|div)\b/i.test(words) ? `<aside>${words}</aside>` : `<aside>${paragraph(words)}</aside>`;
  },
  toggle: (card) => heading("h4", card.heading) + html(card.content),
  button: (card) => paragraph(link(card.buttonUrl, card.buttonText)),
  product: (card) => {
    const stars = Math.min(5, Math.max(0, Math.round(Number(card.productStarRating) || 0)));
    return [
      picture(card.productImageSrc),
      heading("h4", card.productTitle),
      isTrue(card.productRatingEnabled) ? paragraph("★".repeat(stars) + "☆".repeat(5 - stars)) : "",
      html(card.productDescription),
      isTrue(card.productButtonEnabled) ? paragraph(link(card.productUrl, card.productButton)) : "",
    ].join("");
  },
  header: (card) =>
    [
      picture(card.backgroundImageSrc),
      heading("h2", card.header),
      heading("h3", card.subheader),
      isTrue(card.buttonEnabled) ? paragraph(link(card.buttonUrl, card.buttonText)) : "",
    ].join(""),
  "call-to-action": (card) => {
    const label = isTrue(card.hasSponsorLabel) ? html(card.sponsorLabel) : "";
    const button = isTrue(card.showButton) ? paragraph(link(card.buttonUrl, card.buttonText)) : "";
    return `<aside>${label}${picture(card.imageUrl)}${html(card.textValue)}${button}</aside>`;
  },
  paywall: () => PAYWALL,
  zwnj: () => "",
};
// Mobiledoc's names.
Object.assign(CARDS, { hr: CARDS.horizontalrule, code: CARDS.codeblock, "card-markdown": CARDS.markdown });

const html = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function text(value: unknown, trims = true): string {
  const plain = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return escapeUTF8(trims ? plain.trim() : plain);
}

const paragraph = (inner: string): string => (inner === "" ? "" : `<p>${inner}</p>`);
const heading = (tag: string, value: unknown): string => (html(value) === "" ? "" : `<${tag}>${html(value)}</${tag}>`);
const picture = (src: unknown): string => (trimmed(src) ? figure(image({ src }), undefined) : "");

function figure(inner: string, caption: unknown): string {
  const below = html(caption);
  if (inner === "" && below === "") return "";
  return `<figure>${inner}${below === "" ? "" : `<figcaption>${below}</figcaption>`}</figure>`;
}

const image = (card: Card): string =>
  trimmed(card.src) ? `<img${attributes({ alt: "", ...only(card, "src", "alt", "title", "width", "height") })}>` : "";

const linked = (href: unknown, inner: string): string =>
  trimmed(href) && inner !== "" ? `<a${attributes({ href })}>${inner}</a>` : inner;

/** What a link is called stays where it leads nowhere. */
const link = (href: unknown, name: unknown): string => linked(href, text(trimmed(name) ?? href));

const only = (card: Card, ...names: string[]): Card => Object.fromEntries(names.map((name) => [name, card[name]]));

const attributes = (values: Card): string =>
  Object.entries(values)
    .filter(([name, value]) => name === "alt" || trimmed(value) !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(trimmed(value) ?? "")}"`)
    .join("");
