import { MEDIA, SNF } from "../namespaces.ts";
import { PODCAST } from "./podcast/common.ts";

/**
 * Elements of extensions in which, by their specifications, elements of RSS's own or of none stand: a live item holds what an
 * item holds; a scene of Media RSS has a `sceneTitle`, and SmartFormat's logo a `url`.
 */
export const HOLDS_BARE: ReadonlySet<string> = new Set([
  `${PODCAST}liveItem`,
  `${MEDIA}scene`,
  `${SNF}logo`,
  `${SNF}darkModeLogo`,
]);
