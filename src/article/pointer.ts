import { stripForbidden } from "./text.ts";

/** One step of a JSON Pointer, with the slash before it (RFC 6901 §3). A field's name may hold anything; a problem's path may not. */
export const pointerTo = (step: PropertyKey): string =>
  `/${stripForbidden(String(step)).text.replaceAll("~", "~0").replaceAll("/", "~1")}`;
