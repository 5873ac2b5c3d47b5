import { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from "date-fns/constants";

/** Endpoints of a newsroom: each event is written once for each that is told of it, in the batch of an edition. */
export const MAX_ENDPOINTS = 50;

/** One line that a person reads. */
export const MAX_ENDPOINT_DESCRIPTION = 200;

/** The longest URL that common servers take. */
export const MAX_ENDPOINT_URL = 2_000;

/** Bytes of a secret: Standard Webhooks has 24 to 64. */
export const SECRET_BYTES = 32;

/** How long the secret before signs, too: a working day in which somebody may take up the new one. Milliseconds. */
export const ROTATION_OVERLAP = millisecondsInDay;

/** How long a receiver is waited for: Standard Webhooks has 15 to 30 seconds. Milliseconds. */
export const ENDPOINT_PATIENCE = 15 * millisecondsInSecond;

/** How long what one sender has in hand is no other's: longer than a request and what is noted of it can take. Milliseconds. */
export const EVENT_CLAIM = millisecondsInMinute;

/**
 * The pauses behind failed attempts, as Standard Webhooks has them: after the tenth attempt, three days after the first, an event
 * is given up, and can be sent again at the desk. Milliseconds.
 */
export const RETRY_PAUSES: readonly number[] = [
  5 * millisecondsInSecond,
  5 * millisecondsInMinute,
  30 * millisecondsInMinute,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * millisecondsInHour),
];

/** The part of a pause that chance adds at most: receivers that were down are not asked all at once. */
export const RETRY_JITTER = 0.2;

/** How long a receiver may have us wait (Retry-After): the longest of our own pauses. Milliseconds. */
export const MAX_EVENT_RETRY_AFTER = millisecondsInDay;

/** Events that are sent again at once. */
export const MAX_REPLAYED = 1_000;

/** Events on one page of the log. */
export const MAX_LISTED_EVENTS = 50;

/** Characters of a fault that are kept. */
export const MAX_FAULT = 200;

/** An endpoint that has taken nothing for so long is told of where the desk looks first. Milliseconds. */
export const FAILING_FOR_LONG = millisecondsInHour;
