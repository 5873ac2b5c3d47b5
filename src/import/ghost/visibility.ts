import { firstWords } from "../../article/text.ts";
import { parseDate } from "../values/dates.ts";
import { isTrue } from "./values.ts";

/** What is known beside what a post says of who may see it. */
interface KnownBeside {
  isPrivateSite?: boolean;
  /** Why its body is not for all, if it is not. */
  gated?: string;
  /** RFC 3339. */
  now: string;
}

/** Why it is withheld, and until when it is kept back. */
interface KeptBack {
  withheld?: string;
  embargo?: string;
}

/** Who may read a post that is not for all, by Ghost's `visibility`. */
const READERS: Record<string, string> = {
  members: "it is for members only",
  paid: "it is for paying members only",
  tiers: "it is for some tiers of members only",
  filter: "it is for some members only",
};

/**
 * What keeps a post from being public. Only one that says that it is published, and nothing but that it is for all, is:
 * for Ghost, a post without a status is a draft, and one without a visibility public.
 */
export function keptBack(post: Record<string, unknown>, { gated, isPrivateSite, now }: KnownBeside): KeptBack {
  const { withheld, embargo } = byStatus(post, now);
  const why = withheld ?? byVisibility(post) ?? gated ?? (isPrivateSite ? "its site asks for a password" : undefined);
  return { withheld: why, embargo };
}

function byStatus(post: Record<string, unknown>, now: string): KeptBack {
  const status = wordOf(post.status);
  if (status === "draft" || status === "") return { withheld: "it is a draft" };
  if (status === "sent" || isTrue(post.email_only)) return { withheld: "it was for e-mail only" };
  if (status === "published") return {};
  if (status !== "scheduled") return { withheld: notUnderstood("status", status) };
  const at = String(post.published_at ?? "");
  const date = parseDate(at);
  if (date === null) return { withheld: "it is scheduled, for no time that can be read" };
  return Date.parse(date) > Date.parse(now)
    ? { embargo: at }
    : { withheld: "it was scheduled for a time that has passed, and does not say that it went out" };
}

function byVisibility(post: Record<string, unknown>): string | undefined {
  const visibility = wordOf(post.visibility ?? "public");
  // What the API gives to nobody but members.
  if (visibility === "public") return post.access === false ? "its site does not show it to all" : undefined;
  return Object.hasOwn(READERS, visibility) ? READERS[visibility] : notUnderstood("visibility", visibility);
}

const notUnderstood = (what: string, word: string): string =>
  `its ${what} is “${firstWords(word, 40)}”, which nobody here understands`;

const wordOf = (value: unknown): string =>
  String(value ?? "")
    .trim()
    .toLowerCase();
