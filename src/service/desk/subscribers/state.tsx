import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Site } from "../../../feed/definition.ts";
import { untilTime, When } from "../../pages/frame/time.tsx";
import type { Subscriber, SubscriberState } from "../../store/subscriber-list.ts";

/** How a subscriber fares, as a filter says it. */
export const STATE_WORDS: Record<SubscriberState, string> = {
  current: "has what is current",
  waiting: "is being sent it",
  failing: "fails",
  ended: "ended",
};

/** How a subscription came to its end. */
export const END_WORDS: Record<string, string> = {
  unsubscribed: "unsubscribed",
  lapsed: "lease over",
  gone: "gone (410)",
  denied: "ended by us",
};

/** How a subscriber fares, with why and since when. */
export const SubscriberStateText: FC<{ site: Site; one: Subscriber; now: number }> = ({ site, one, now }) => {
  if (one.ended_at !== null)
    return (
      <>
        {END_WORDS[one.end_reason ?? ""] ?? "ended"} <When site={site} at={one.ended_at} now={now} />
      </>
    );
  if (one.state === "current")
    return <span class="right">{one.acknowledged === 0 ? "nothing was published since" : STATE_WORDS.current}</span>;
  const behind = one.wanted_since === null ? null : <When site={site} at={one.wanted_since} now={now} />;
  if (one.state === "waiting") return <span class="waits">is being sent edition {one.wanted}</span>;
  return (
    <>
      <span class="wrong">
        failed {counted(one.attempts, "time")}: {one.last_fault ?? one.last_status ?? "no answer"}
      </span>
      {behind ? <>, behind since {behind}</> : null}
      {one.due_at === null ? null : `, tried again ${one.due_at > now ? untilTime(one.due_at, now) : "now"}`}
    </>
  );
};
