import { hoursToMilliseconds } from "date-fns";
import { millisecondsInDay } from "date-fns/constants";

/** A subscriber is sent a feed at most this often, unless a story is taken back: a burst of editions is one delivery. Milliseconds. */
export const DELIVERY_INTERVAL = 2_000;

/** How long a subscriber is waited for: whoever thinks about a document before the answer gets it again if this is over. Milliseconds. */
export const DELIVERY_PATIENCE = 30_000;

/**
 * How long a delivery is one sender's alone: it begins the request in the first half, and has ended it with the second, so that no other
 * makes it meanwhile. Milliseconds.
 */
export const DELIVERY_CLAIM = 2 * DELIVERY_PATIENCE;

/** The pause after the first attempt that failed: a server that is restarted is back by then. Milliseconds. */
export const FIRST_PAUSE = 30_000;

/** No pause is longer: one that is back after days has what is current the same day. Milliseconds. */
export const MAX_DELIVERY_PAUSE = hoursToMilliseconds(6);

/** A subscriber that asks to be left alone (Retry-After) is so for this long at most: a misplaced hint ends nothing. Milliseconds. */
export const MAX_RETRY_AFTER = millisecondsInDay;

/** What is larger is not sent: FreshRSS reads so many bytes and no more, and then finds that the signature does not fit. */
export const MAX_PAYLOAD = 3 * 1024 * 1024;
