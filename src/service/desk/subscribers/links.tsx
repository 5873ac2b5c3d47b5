import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { deskPath } from "../frame.tsx";
import type { Session } from "../session.ts";

/** Below the desk: the subscribers that a question finds, or one of them. */
export const subscribersPath = (asked: Record<string, string> = {}): string => {
  const query = new URLSearchParams(asked).toString();
  return query === "" ? "/subscribers" : `/subscribers?${query}`;
};

export const subscriberPath = (id: number, rest = ""): string => `/subscribers/${id}${rest}`;

/** A host, which leads to its subscribers where one may see them. */
export const HostLink: FC<{ site: Site; session: Session; host: string }> = ({ site, session, host }) =>
  session.scopes.has("push:read") ? (
    <a href={deskPath(site, subscribersPath({ host }))}>{host}</a>
  ) : (
    <span>{host}</span>
  );
