import { absolute } from "./address.ts";

/** The last part of an address made of a headline: letters and digits of any script, the rest single hyphens. */
export const slug = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 100)
    .replace(/^-+|-+$/g, "")
    .toWellFormed()
    .replaceAll("\uFFFD", "");

/** The address of a text that has none of its own, or undefined without a base. */
export const addressUnder = (base: string | undefined, name: string): string | undefined =>
  absolute(base) && name !== "" ? absolute(encodeURIComponent(name), absolute(base)?.replace(/\/?$/, "/")) : undefined;
