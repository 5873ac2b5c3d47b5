import { minutesToMilliseconds, minutesToSeconds } from "date-fns";
import { millisecondsInDay, millisecondsInHour, secondsInDay } from "date-fns/constants";

/** Bytes of a subscription request: all of its parameters at their longest, percent-encoded, and as much again for what is ignored. */
export const MAX_HUB_FORM_BYTES = 16_384;

/** With what verification adds, a callback is still shorter than the 8,000 bytes that servers take as a rule (RFC 9110 §4.1). */
export const MAX_CALLBACK = 2_000;

/** WebSub §5.1: a secret "MUST be less than 200 bytes in length". */
export const MAX_SECRET_BYTES = 199;

/** `hub.verify_token` of PubSubHubbub 0.3: it is echoed in an address. */
export const MAX_VERIFY_TOKEN = 200;

/** Renewing takes a request each way: more often than each five minutes it costs more than polling does. Seconds. */
export const MIN_LEASE = minutesToSeconds(5);
/** WebSub §8.2: "10 days is a good default". Seconds. */
export const DEFAULT_LEASE = 10 * secondsInDay;
/** A subscriber that has gone is sent to for so long at most. Seconds. */
export const MAX_LEASE = 30 * secondsInDay;

/** How long a callback is waited for that is to confirm, its whole answer: it repeats a line. Milliseconds. */
export const CONFIRM_PATIENCE = 10_000;

/** Bytes that are read of such an answer: more than any challenge has, and less than it costs to look at. */
export const MAX_CONFIRMATION_BYTES = 8_192;

/** Requests that a client's network may make in a minute: a reader's server subscribes to all of a newsroom's feeds in two or three. */
export const MAX_REQUESTS_OF_NETWORK = 60;

/** In a minute, so many are taken for the callbacks of one host, whoever sends them: it gets a request for each. */
export const MAX_REQUESTS_OF_HOST = 60;

/** In a minute, so many are taken for one topic: a thousand subscribers of a story that breaks have come in a few. */
export const MAX_REQUESTS_OF_TOPIC = 300;

/** Requests for one host's callbacks that wait to be confirmed: it is asked four at once, so that this is a matter of seconds. */
export const MAX_PENDING_OF_HOST = 50;

/** Subscriptions of one host's callbacks: every feed of a large newsroom in a format, for each of several readers' servers there. */
export const MAX_SUBSCRIPTIONS_OF_HOST = 5_000;

/** Subscriptions to one topic: some ten times what one machine sends to within a minute. */
export const MAX_SUBSCRIPTIONS_OF_TOPIC = 20_000;

/** Callbacks of a host that may leave unconfirmed what was asked for in their name, before the host is asked less: whoever builds a subscriber errs so often. */
const FREE_FAILURES = 5;
/** After the first beyond those; it doubles with each. Milliseconds. */
const FIRST_QUIET = minutesToMilliseconds(1);
/** At the longest: a host that nobody there cares for is asked so seldom. Milliseconds. */
const MAX_QUIET = millisecondsInHour;
/** What a host has left unconfirmed is forgotten after so long. Milliseconds. */
export const FAILURES_REMEMBERED = millisecondsInDay;

/** How long a host is left alone after so many requests in a row that its callbacks did not confirm. Milliseconds. */
export const quietFor = (unconfirmed: number): number =>
  unconfirmed <= FREE_FAILURES ? 0 : Math.min(MAX_QUIET, FIRST_QUIET * 2 ** (unconfirmed - FREE_FAILURES - 1));

/**
 * Receipts of what was pushed, and subscriptions that have ended, are kept for so long; the last of each subscriber for longer, for it says
 * what is still there. Milliseconds.
 */
export const PUSH_RETENTION = 90 * millisecondsInDay;
