import { absoluteUrl } from "../values/addresses.ts";

/** The last part of an address made of a headline: letters and digits of any script, the rest single hyphens. */
export const toSlug = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 100)
    .toWellFormed()
    .replaceAll("\uFFFD", "")
    .replace(/^-|-$/g, "");

/** `name` as a page under `base`, for a text without an address of its own; undefined without an absolute base or a name. */
export const addressUnder = (base: string | undefined, name: string): string | undefined =>
  absoluteUrl(base) && name !== ""
    ? absoluteUrl(encodeURIComponent(name), absoluteUrl(base)?.replace(/\/?$/, "/"))
    : undefined;
