import type { ElementDeclaration } from "../../declare.ts";
import { textOfChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { ABSOLUTE_URL, extensionOf } from "../../forms/addresses.ts";
import { clip, type Form } from "../../forms/form.ts";
import type { XmlRule } from "../../rule.ts";
import { bestPractice, specified } from "./sections.ts";

const OF_IMAGE = specified("image", "channel");
const OF_INPUT = specified("textInput", "channel");

/** @param most pixels, and how many where nothing is said */
const pixels = (most: number, good: string): Form => ({
  name: "pixels",
  says: `a number of pixels, from 1 to ${most}`,
  mend: `Give the size at which it is shown, at most ${most}, or leave it out.`,
  fault: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) > 0 && Number(text) <= most
      ? undefined
      : `"${clip(text)}" is not a number of pixels from 1 to ${most}`,
  good,
  bad: String(most + 1),
});

const PICTURE_FORMAT: Form = {
  name: "picture",
  says: "a GIF, a JPEG or a PNG",
  severity: "warning",
  mend: "Give a picture in one of these formats.",
  fault: (text) => {
    // What a script makes of a question, its name does not tell.
    const ending = text.includes("?") ? undefined : extensionOf(text);
    return ending === undefined || PICTURES.has(ending)
      ? undefined
      : `"${clip(text)}" ends with .${ending}: GIF, JPEG and PNG are what readers show`;
  },
  good: "https://gazette.example/logo.png",
  bad: "https://gazette.example/logo.tiff",
};
const PICTURES = new Set(["jpg", "jpeg", "gif", "png"]);

/** What a form of a page may call a field (HTML 4.01 §6.2). */
const FIELD_NAME: Form = {
  name: "field",
  says: "the name of a field of a form",
  mend: "Write letters, digits, dots, colons, hyphens and underscores, a letter first.",
  fault: (text) => (/^[a-z]/i.test(text) ? undefined : `"${clip(text)}" does not begin with a letter`),
  good: "query",
  bad: "1st",
};

export const IMAGE_EXAMPLE =
  "<image><url>https://gazette.example/logo.png</url><title>The Harbour Gazette</title><link>https://gazette.example/</link></image>";
export const INPUT_EXAMPLE =
  "<textInput><title>Search</title><description>Search the Gazette</description><name>query</name><link>https://gazette.example/search</link></textInput>";

/** The channel's image and input, and what stands in nothing else. */
export const IMAGE_ELEMENTS: Record<string, ElementDeclaration> = {
  image: {
    in: ["feed"],
    once: true,
    attributes: {},
    ...OF_IMAGE,
    example: IMAGE_EXAMPLE,
    misplaced: "Give an item's picture as an <enclosure>, as <media:content> or as an <img> in its description.",
  },
  url: imageOnly("<url>https://gazette.example/logo.png</url>", [ABSOLUTE_URL, PICTURE_FORMAT]),
  width: imageOnly("<width>88</width>", [pixels(144, "88")]),
  height: imageOnly("<height>31</height>", [pixels(400, "31")]),
  textInput: { in: ["feed"], once: true, attributes: {}, ...OF_INPUT, example: INPUT_EXAMPLE },
  name: {
    in: ["textInput"],
    once: true,
    text: [FIELD_NAME],
    attributes: {},
    ...OF_INPUT,
    example: "<name>query</name>",
  },
};

function imageOnly(example: string, text: readonly Form[]): ElementDeclaration {
  return { in: ["image"], once: true, text, attributes: {}, ...OF_IMAGE, example };
}

const matching = (name: "title" | "link"): XmlRule => ({
  name: `rss/image-${name}-channel`,
  severity: "warning",
  formats: ["rss"],
  element: `<image> <${name}>`,
  says: `The ${name} of the image is that of the channel`,
  ...bestPractice(`element-channel-image-${name}`),
  mend: `Write the channel's ${name} into the image, too.`,
  on: { roles: ["feed"] },
  check: (channel) => {
    const channels = textOfChild(channel, name);
    return channel.children.flatMap((image) => {
      const own = image.role === "image" ? textOfChild(image, name) : undefined;
      return own === undefined || !channels || own === channels
        ? []
        : [{ message: `the image's ${name} is "${clip(own)}", and the channel's "${clip(channels)}"`, at: image }];
    });
  },
  fails: documentOf("rss", { feed: IMAGE_EXAMPLE.replace(/(<title>|<link>https:\/\/)/g, "$1other.") }),
  passes: documentOf("rss", { feed: IMAGE_EXAMPLE }),
});

export const IMAGE_RULES: XmlRule[] = [
  matching("title"),
  matching("link"),
  {
    name: "rss/text-input-avoided",
    severity: "warning",
    formats: ["rss"],
    element: "<textInput>",
    says: "A channel needs no textInput",
    ...bestPractice("element-channel-textinput"),
    mend: "Leave it out.",
    readers: "Nearly all readers ignore it.",
    on: { roles: ["textInput"] },
    check: () => "there is a <textInput>, which few readers show",
    fails: documentOf("rss", { feed: INPUT_EXAMPLE }),
    passes: documentOf("rss"),
  },
];
