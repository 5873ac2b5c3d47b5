import { ABSOLUTE_URL } from "../xml/forms/addresses.ts";
import { RFC_3339 } from "../xml/forms/dates.ts";
import type { Form } from "../xml/forms/form.ts";
import { LANGUAGE } from "../xml/forms/languages.ts";
import { MEDIA_TYPE } from "../xml/forms/media-types.ts";
import type { JsonDeclaration } from "./declare.ts";

const TEXT = { type: "string" } as const;
const ADDRESS = { type: "string", form: ABSOLUTE_URL } as const;
/** RFC 3339 §5.6 takes a small t and z, too, which Atom alone forbids. */
const DATE_FORM: Form = {
  ...RFC_3339,
  mend: "Write it as 2024-09-07T00:00:01Z: date, T, time with seconds, and a zone.",
  fault: (text) => RFC_3339.fault(/^\d[\d:.t+-]*z?$/i.test(text) ? text.toUpperCase() : text),
};
const DATE = { type: "string", form: DATE_FORM } as const;
const AUTHORS = { authors: { type: "objects" }, author: { type: "object" } } as const;
const LANGUAGE_KEY = { language: { type: "string", form: LANGUAGE } } as const;

/** The objects of JSON Feed 1.1, with what is left of 1.0. */
export const JSON_OBJECTS: readonly JsonDeclaration[] = [
  {
    ...{ name: "feed", article: "a feed", section: "Top-level", anchor: "top-level" },
    keys: {
      version: { ...TEXT, required: "error", good: "https://jsonfeed.org/version/1.1" },
      title: { ...TEXT, required: "error" },
      home_page_url: { ...ADDRESS, required: "warning" },
      feed_url: { ...ADDRESS, required: "warning" },
      description: TEXT,
      user_comment: TEXT,
      next_url: ADDRESS,
      icon: ADDRESS,
      favicon: ADDRESS,
      ...AUTHORS,
      ...LANGUAGE_KEY,
      expired: { type: "boolean" },
      hubs: { type: "objects" },
      items: { type: "objects", required: "error" },
    },
  },
  {
    ...{ name: "item", article: "an item", section: "Items", anchor: "items" },
    keys: {
      id: { type: "id", required: "error", missed: "The specification asks readers to discard the item." },
      url: { ...ADDRESS, required: "warning" },
      external_url: ADDRESS,
      title: TEXT,
      content_html: TEXT,
      content_text: TEXT,
      summary: TEXT,
      image: ADDRESS,
      banner_image: ADDRESS,
      date_published: DATE,
      date_modified: DATE,
      ...AUTHORS,
      tags: { type: "strings" },
      ...LANGUAGE_KEY,
      attachments: { type: "objects" },
    },
  },
  {
    ...{ name: "author", article: "an author", section: "Top-level, authors", anchor: "top-level" },
    keys: { name: TEXT, url: ADDRESS, avatar: ADDRESS },
  },
  {
    ...{ name: "attachment", article: "an attachment", section: "Attachments", anchor: "attachments" },
    keys: {
      url: { ...ADDRESS, required: "error" },
      mime_type: { type: "string", form: MEDIA_TYPE, required: "error" },
      title: TEXT,
      size_in_bytes: { type: "number" },
      duration_in_seconds: { type: "number" },
    },
  },
  {
    ...{
      name: "hub",
      article: "a hub",
      section: "Subscribing to Real-time Notifications",
      anchor: "subscribing-to-real-time-notifications",
    },
    keys: { type: { ...TEXT, required: "error" }, url: { ...ADDRESS, required: "error" } },
  },
];
