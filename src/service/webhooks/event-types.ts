/** What endpoints can be told of, each with when it is told. */
export const EVENT_TYPES = {
  "article.published": "A story is out that was not: for the first time, or again after it was taken back",
  "article.updated": "A story that is out has a new revision",
  "article.corrected": "A story that is out has a new revision with a new correction",
  "article.retracted": "A story that was out is no more: taken back, withheld, expired, or selected by no feed",
  "edition.published": "A feed has a new edition",
  "edition.refused": "An edition was kept back, because what was read back was not what is stored",
  "alert.silent": "A partner has not polled for too long",
  "alert.retraction": "A partner has not picked up for too long that a story was taken back",
  "alert.cleared": "An alert is over",
} as const;

type EventType = keyof typeof EVENT_TYPES;

const TYPES = Object.keys(EVENT_TYPES) as EventType[];

/** What an endpoint may ask for: types of events, and all of one kind, whatever comes to it. */
export const ASKED_TYPES: string[] = [
  ...new Set(TYPES.flatMap((type) => [`${type.slice(0, type.indexOf("."))}.*`, type])),
].sort();

/** Of the test button. Nobody asks for it. */
export const TEST_TYPE = "webhook.test";
