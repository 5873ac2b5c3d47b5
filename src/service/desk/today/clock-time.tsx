import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { ownLanguage } from "../../pages/frame/language.ts";

/** "15:00 GMT+2": a time of today, as the newsroom's clock shows it, with its zone. */
export const ClockTime: FC<{ site: Site; at: number }> = ({ site, at }) => {
  const format = new Intl.DateTimeFormat(ownLanguage(site), {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: site.zone ?? "UTC",
    timeZoneName: "short",
  });
  return <time datetime={new Date(at).toISOString()}>{format.format(at)}</time>;
};
