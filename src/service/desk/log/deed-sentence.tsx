import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Actor } from "../../../people/actor.ts";
import { ACTION_WORDS, actorWords, didIt, SUBJECT_WORDS, subjectName } from "../../audit/words.ts";
import type { Subject } from "../../store/audit.ts";
import type { LoggedDeed } from "../../store/audit-log.ts";
import { articlePath, deskPath } from "../frame.tsx";
import { seenFeedPath } from "../partner-addresses.ts";

interface DeedProps {
  site: Site;
  deed: LoggedDeed;
  /** The definitions of feeds, by slug. */
  definitions: Map<string, Definition>;
  /** What people are called, by their ids. */
  names: Map<string, string>;
}

/** What was done, in a sentence: "Ada Quill withheld the story *The vote is tonight*." */
export const DeedSentence: FC<DeedProps> = (props) => {
  const { deed } = props;
  const { did, more } = ACTION_WORDS[deed.action];
  return (
    <>
      <ActorName actor={deed.actor} /> {did}
      <SubjectWords {...props} />
      {more?.(deed.detail ?? {})}.
    </>
  );
};

/** The same on the page of what it was done to: "Ada Quill withheld it." */
export const DeedOfIt: FC<{ deed: LoggedDeed }> = ({ deed: { actor, action, detail = {} } }) => {
  const words = ACTION_WORDS[action];
  return (
    <>
      <ActorName actor={actor} /> {didIt(words)}
      {words.more?.(detail)}.
    </>
  );
};

/** Who did something. @param within they do not begin the sentence */
export const ActorName: FC<{ actor: Actor; within?: boolean }> = ({ actor, within = false }) => {
  const [before, name] = actorWords(actor);
  return (
    <>
      {before === "" ? null : `${within ? before : before.replace(/^./, (first) => first.toUpperCase())} `}
      <b dir="auto">{name}</b>
    </>
  );
};

/** What is said of something that has no name, where its id says nothing to people. */
const UNNAMED: Partial<Record<Subject["kind"], string>> = { draft: "a draft", person: "somebody" };

/** What it was done to, which leads there where something is there. */
const SubjectWords: FC<DeedProps> = ({ site, deed, definitions, names }) => {
  const { subject, actor, action } = deed;
  const before = ACTION_WORDS[action].to ?? SUBJECT_WORDS[subject.kind];
  if (before === undefined || subject.id === "") return null;
  if (subject.kind === actor.kind && subject.id === actor.id)
    return <>{action === "person.joined" ? "" : " their own account"}</>;
  const title = subject.kind === "feed" ? definitions.get(subject.id)?.title : names.get(subject.id);
  const name = title ?? subjectName(deed);
  // Nobody knows a draft, or somebody who has not joined, by an id.
  const unnamed = name === undefined ? UNNAMED[subject.kind] : undefined;
  if (unnamed !== undefined) return <> {unnamed}</>;
  const path = pathOf(site, deed, definitions);
  return (
    <>
      {before === "" ? "" : ` ${before}`}{" "}
      {path === undefined ? (
        <span dir="auto">{name ?? subject.id}</span>
      ) : (
        <a href={path} dir="auto">
          {name ?? subject.id}
        </a>
      )}
    </>
  );
};

/** Where what something was done to is seen. */
function pathOf(site: Site, { subject }: LoggedDeed, definitions: Map<string, Definition>): string | undefined {
  if (subject.kind === "article") return articlePath(site, subject.id);
  if (subject.kind === "subscriber") return deskPath(site, `/subscribers/${encodeURIComponent(subject.id)}`);
  const definition = subject.kind === "feed" ? definitions.get(subject.id) : undefined;
  if (!definition) return undefined;
  return seenFeedPath(site, subject.id, definition);
}
