type Json = { [key: string]: Json } | Json[] | string | number;
type Container = { [key: string]: Json };

/** Documents that differ from `text` in one place alone, each with what was done. */
export function jsonMutants(scope: "feed" | "entry", place: string, text: string): [string, string][] {
  const mutants: [string, string][] = [];
  const mutate = (
    what: string,
    change: (spot: { holder: Container; key: string; list?: Json[]; at: number }) => boolean,
  ) => {
    const root = JSON.parse(text) as Container;
    const spot = locate(
      scope === "feed" ? root : ((root.items as Json[]).at(place.includes(".deleted.") ? -1 : 0) as Container),
      place,
    );
    if (spot && change(spot)) mutants.push([what, JSON.stringify(root)]);
  };
  mutate("changed", ({ holder, key }) => key in holder && set(holder, key, other(holder[key] as Json)));
  mutate("deleted", ({ holder, key }) => key in holder && delete holder[key]);
  mutate("added where there is none", ({ holder, key }) => !(key in holder) && set(holder, key, NEW[key] ?? "new"));
  mutate("null", ({ holder, key }) => set(holder, key, null as never));
  mutate(
    "an element added",
    ({ list, at }) => list !== undefined && list.splice(at, 0, structuredClone(list[at] as Json)).length === 0,
  );
  mutate("elements swapped", ({ list, at }) => {
    if (!list || list.length < at + 2 || !differ(list, at, place)) return false;
    [list[at], list[at + 1]] = [list[at + 1] as Json, list[at] as Json];
    return true;
  });
  return mutants;
}

/** Elements that are alike in a key cannot be told apart by it. */
function differ(list: Json[], at: number, place: string): boolean {
  const key = place.split(".").at(-1) ?? "";
  const values = [list[at], list[at + 1]].map((item) =>
    typeof item === "object" ? JSON.stringify((item as Container)[key]) : item,
  );
  return values[0] !== values[1];
}

/** `_wireproof.images.url` is a key of the first element; `attachments[file].url` of the first that is no image. */
function locate(from: Container, place: string) {
  const path = place.replace(/\[(image|file)\]/, "").split(".");
  const key = path.pop() as string;
  const at = place.includes("[file]") ? ((from._wireproof as Container).images as Json[]).length : 0;
  let holder: Json = from;
  let list: Json[] | undefined;
  for (const step of path) {
    const next: Json | undefined = (holder as Container)[step];
    if (next === undefined) return undefined;
    list = Array.isArray(next) ? next : undefined;
    holder = Array.isArray(next) ? (next[at] as Json) : next;
  }
  const value = (holder as Container)[key];
  return {
    holder: holder as Container,
    key,
    list: Array.isArray(value) ? value : list,
    at: Array.isArray(value) ? 0 : at,
  };
}

const NEW: Container = { size_in_bytes: 1, duration_in_seconds: 1 };

const set = (holder: Container, key: string, value: Json): boolean => {
  holder[key] = value;
  return true;
};

/** Another value of the same kind. */
function other(value: Json): Json {
  if (typeof value === "number") return value + 1;
  if (Array.isArray(value)) return [...value.slice(0, -1), "other"];
  return /^\d{4}-.*Z$/.test(value as string) ? "2026-03-02T10:00:00Z" : `${value}x`;
}
