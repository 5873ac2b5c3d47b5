import { isObject, written } from "../../../values/json.ts";
import type { Fields } from "../../front-matter/parse-fields.ts";

/** A folder's files: all paths in it, and the texts of those that may hold settings. */
export interface SiteFiles {
  paths: string[];
  texts: Record<string, string>;
}

/** A setting in any case: Hugo knows none. */
export const setting = (fields: Fields, name: string): unknown =>
  Object.entries(fields).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export const textSetting = (fields: Fields, name: string): string | undefined => written(setting(fields, name))?.trim();

export function fieldsSetting(fields: Fields, name: string): Fields {
  const value = setting(fields, name);
  return isObject(value) ? value : {};
}

/** One text or several. */
export const textsSetting = (fields: Fields, name: string): string[] =>
  [setting(fields, name)].flat().filter((one) => typeof one === "string");

/** A site's home with the path that it lies under; undefined unless it is absolute. */
export function homeOf(url: string | undefined, path = ""): string | undefined {
  const home = URL.parse(url ?? "");
  if (!home || !/^https?:$/.test(home.protocol)) return undefined;
  const under = path.replace(/^\/|\/$/g, "");
  const base = `${home.origin}${home.pathname.replace(/\/?$/, "/")}`;
  return under === "" || base.endsWith(`/${under}/`) ? base : `${base}${under}/`;
}

/** A folder's path with `/` at its end, if any file lies in it. */
export function rootIn({ paths }: SiteFiles, folder: string): string | undefined {
  const root = `${folder.replace(/^\.?\//, "").replace(/\/+$/, "")}/`;
  return root !== "/" && paths.some((path) => path.startsWith(root)) ? root : undefined;
}

/** A time zone that this machine knows, too. */
export function zoneOf(name: string | undefined): string | undefined {
  try {
    return name === undefined
      ? undefined
      : new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
