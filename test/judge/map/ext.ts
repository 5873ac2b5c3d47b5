import type { EventMap } from "../map.ts";

/** Podcasts, Media RSS and FeedBurner. */
export const EXT_EVENTS: EventMap = {
  // itunes: the validator names an attribute as the element, and its element as the parent.
  "InvalidURLAttribute@ext/itunes": "^itunes/{parent}-{element}-http-url$",
  InvalidTrueFalse: ["^(itunes|googleplay)/{element}-(true-false|value|white-space)$"],
  InvalidYesNoClean: "^(itunes|googleplay)/{element}-yes-no$",
  InvalidItunesCategory: "^itunes/category-known$",
  ObsoleteItunesCategory: "^itunes/category-former$",
  InvalidItunesChannelType: "^itunes/type-value$",
  InvalidItunesEpisodeType: "^itunes/episodeType-value$",
  InvalidDuration: "^itunes/duration-duration$",
  InvalidKeywords: "^itunes/keywords-commas$",
  "InvalidContact@ext/itunes": "^itunes/email-email$",
  TooLong: "^itunes/{element}-length$",
  MissingItunesElement: "^itunes/feed-{element}-required$",
  MissingItunesEmail: "^itunes/feed-owner-required$",
  UnsupportedItunesFormat: "^itunes/enclosure-format$",
  NotUTF8: "^itunes/encoding$",

  MediaRssNamespace: "/namespace-mistaken$",
  DeprecatedMediaAdult: "^media/adult-deprecated$",
  MediaGroupWithoutAlternatives: "^media/group-alternatives$",
  InvalidCreditRole: "^media/credit-role-(case|known)$",
  InvalidMediaTextType: "^media/{element}-type-value$",
  InvalidMediaHash: ["^media/hash-value$", "^media/hash-algo-value$"],
  InvalidMediaRating: "^media/rating-value$",
  InvalidMediaRestriction: "^media/restriction-content$",
  "InvalidCountryCode@ext/media": "^media/restriction-content$",
  InvalidMediaRestrictionRel: "^media/restriction-relationship-value$",
  InvalidMediaRestrictionType: "^media/restriction-type-value$",
  InvalidMediaMedium: "^media/content-medium-value$",
  InvalidMediaExpression: "^media/content-expression-value$",
  InvalidNPTTime: "^media/{element}-{attr}-normal-play-time$",
  // The attribute's own name stands for the element, or is given as attr.
  "InvalidUriChar@ext/media": "^media/[a-z]+-{element}-url$",
  "InvalidFullLink@ext/media": ["^media/[a-z]+-{element}-url$", "^media/{element}-content$"],
  "InvalidPositiveInteger@ext/media": "^media/[a-z]+-{element}-positive$",
  "InvalidNonNegativeInteger@ext/media": "^media/[a-z]+-{element}-non-negative$",
  "InvalidFloat@ext/media": "^media/content-{attr}-decimal$",
  "InvalidMIMEAttribute@ext/media": "^media/content-{attr}-media-type$",
  "InvalidTrueFalse@ext/media": "^media/content-isDefault-true-false$",

  "InvalidUriChar@ext/feedburner": ["^feedburner/{element}-url$", "^feedburner/{parent}-{element}-url-characters$"],
  "ContainsRelRef@ext/feedburner": "^feedburner/{parent}-{element}-relative$",
};
