import { counted } from "../../article/counted.ts";
import type { ReceiptReport } from "../../partner/receipt-report.ts";
import type { StillHas } from "../../partner/sent-report.ts";
import { textTable } from "../text-table.ts";

/** What subscribers of public feeds were sent of an article, and who has it still; empty: nobody was sent it. */
export function subscribersText({ revisions, still_have, more_subscribers }: ReceiptReport): string {
  const sent = revisions.flatMap(({ revision, subscribers }) =>
    subscribers ? [[revision, subscribers.received, subscribers.waiting, subscribers.superseded]] : [],
  );
  const parts = [
    sent.length === 0 ? [] : [textTable(["revision", "subscribers sent it", "waiting", "sent a later one only"], sent)],
    still_have === undefined
      ? []
      : [
          `${counted(still_have.count, "subscriber has", "subscribers have")} the story still, which was taken back:`,
          textTable(
            ["subscriber", "host", "feed", "sent it", "and since"],
            still_have.listed.map((one) => [one.id, one.host, `${one.feed} ${one.edition}`, one.at, sinceThen(one)]),
          ),
        ],
    more_subscribers ? ["There are more subscribers than were counted."] : [],
  ];
  return parts.flat().join("\n");
}

function sinceThen({ state, ended }: StillHas): string {
  if (ended) return `${ended.reason} ${ended.at}: it cannot be told`;
  return state === "waiting" ? "waits to be told" : "has missed the notice";
}
