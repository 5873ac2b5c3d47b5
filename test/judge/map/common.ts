import type { EventMap } from "../map.ts";

/** What means one thing in all formats. */
export const COMMON_EVENTS: EventMap = {
  DuplicateElement: ["/{element}-once$"],
  UndefinedElement: ["/unknown-element$", "/{element}-place$", "/{element}-unknown"],
  MissingElement: ["/{element}-required$", "/{parent}-{element}-required$"],
  MissingAttribute: ["/{element}-{attr}-required$"],
  UnexpectedAttribute: ["/{element}-attributes$"],
  InvalidInteger: ["/{element}-(integer|non-negative|positive)"],
  InvalidNonNegativeInteger: ["/{element}-non-negative"],
  InvalidPositiveInteger: ["/{element}-positive"],
  InvalidRFC3339Date: ["/{element}-rfc3339"],
  InvalidRFC2822Date: ["/{element}-rfc822$"],
  InvalidLanguage: "[/-]{element}-language$",
};
