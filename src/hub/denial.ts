import { withParameters } from "./callback.ts";

/** The address at which a callback is told that it is not, or no longer, subscribed (WebSub §5.2). */
export const denialUrl = ({ callback, topic, reason }: { callback: string; topic: string; reason: string }): string =>
  withParameters(callback, { "hub.mode": "denied", "hub.topic": topic, "hub.reason": reason });
