import { isObject, objectsOf, tryJson } from "../../import/values/json.ts";
import type { LineAnswer, ServiceClient } from "../service.ts";
import type { Judge } from "./store.ts";

/** What the service says of another article with an article's URL, with the other's id. */
const NAMED =
  /^(?:the article (.+) has this URL, too: feeds show both|is that of the article (.+): change that one, or take it back before)$/s;

/** What of an article tells which URL it has. */
const PLACE = ["id", "url", "guid", "title", "status", "published_at"];

/**
 * A dry run, of which the service says what would be. It knows nothing of what it was asked before: where it names an article that would
 * have another URL by then, or none, it is asked again with that one's line before.
 */
export function rehearsing(
  { dryRun, publishedAt }: Pick<ServiceClient, "dryRun" | "publishedAt">,
  refusesSharedUrl = false,
): Judge {
  /** Lines of the articles that this run would change, by their ids. */
  const changed = new Map<string, string>();

  async function settle(answer: LineAnswer, line: string): Promise<LineAnswer> {
    const before = new Map<string, string>();
    for (let last = answer; ; ) {
      const other = namedIn(last);
      const place = other === undefined || before.has(other) ? undefined : changed.get(other);
      if (other === undefined || place === undefined) return { ...last, line: answer.line };
      before.set(other, place);
      const answers = await dryRun([...before.values(), line].join("\n"));
      last = answers.find((one) => one.line === before.size + 1) ?? last;
    }
  }

  return {
    async judge(ndjson) {
      const lines = ndjson.split("\n");
      const lineOf = ({ line }: LineAnswer): string => lines[line - 1] ?? "";
      const answers = await dryRun(ndjson);
      for (const answer of answers)
        if (answer.status === "changed" && answer.id !== undefined) changed.set(answer.id, placeOf(lineOf(answer)));
      const settled: LineAnswer[] = [];
      for (const answer of answers) settled.push(await settle(answer, lineOf(answer)));
      return settled;
    },
    publishedAt,
    refusesSharedUrl,
  };
}

function namedIn({ notices, problems }: LineAnswer): string | undefined {
  const found = [...objectsOf(notices), ...objectsOf(problems)].flatMap(({ path, detail }) =>
    path === "/url" ? (NAMED.exec(String(detail)) ?? []) : [],
  );
  return found[1] ?? found[2];
}

function placeOf(line: string): string {
  const article = tryJson(line);
  return JSON.stringify(isObject(article) ? Object.fromEntries(PLACE.map((name) => [name, article[name]])) : {});
}
