import { must, otherwise, type SpecificationLine, should, unseen } from "./specification-line.ts";

const PICTURES = "Pictures are not fetched: that is left to who looks at them.";
const READERS = "A duty of readers, not of documents.";
const MARKUP = "A text that speaks of HTML has tags, too: what looks like markup is not surely meant as it.";
const IDENTITY = "What is required of ids is that they are unique over time; and Atom forbids it (RFC 4287 §4.2.6).";
const ITSELF = "The specification speaks of its own later versions.";

/** Every line of <https://www.jsonfeed.org/version/1.1/> that asks for something, in its order. */
export const SPECIFICATION: Record<string, SpecificationLine[]> = {
  Goals: [
    unseen("warning", "Feed readers should not have to search and scrape to guess at these things", READERS),
    must("A JSON Feed is a list that may change over time", "json/no-feed json/well-formed"),
  ],
  "Top-level": [
    must(
      "version (required, string) is the URL of the version of the format the feed uses",
      "json/feed-version-required json/feed-version-type json/version-known",
    ),
    otherwise(
      "warning",
      "This should appear at the very top, though we recognize that not all JSON generators allow for ordering",
      { advice: "json/version-first" },
      "The sentence takes it back itself, and the members of an object have no order (RFC 8259 §1).",
    ),
    must("title (required, string) is the name of the feed", "json/feed-title-required json/feed-title-type"),
    should("home_page_url (optional but strongly recommended, string)", "json/feed-home_page_url-required"),
    must(
      "is the URL of the resource that the feed describes",
      "json/feed-home_page_url-type json/feed-home_page_url-url",
    ),
    should("it should be an HTML page", "json/home-page-html"),
    should(
      "If a feed is published on the public web, this should be considered as required",
      "json/feed-home_page_url-required",
    ),
    should("feed_url (optional but strongly recommended, string)", "json/feed-feed_url-required"),
    must("is the URL of the feed,", "json/feed-feed_url-type json/feed-feed_url-url"),
    should("serves as the unique identifier for the feed", "json/feed-url-location"),
    should("this should be considered required for feeds on the public web", "json/feed-feed_url-required"),
    must("description (optional, string)", "json/feed-description-type"),
    must("user_comment (optional, string)", "json/feed-user_comment-type"),
    unseen("warning", "should be ignored by feed readers", READERS),
    must(
      "next_url (optional, string) is the URL of a feed that provides the next n items",
      "json/feed-next_url-type json/feed-next_url-url",
    ),
    must("next_url must not be the same as feed_url", "json/next-url-other"),
    must("it must not be the same as a previous next_url (to avoid infinite loops)", "json/next-url-loop"),
    must("icon (optional, string) is the URL of an image", "json/feed-icon-type json/feed-icon-url"),
    unseen("warning", "It should be square and relatively large — such as 512 x 512 pixels", PICTURES),
    unseen("warning", "It should use transparency where appropriate", PICTURES),
    must("favicon (optional, string) is the URL of an image", "json/feed-favicon-type json/feed-favicon-url"),
    unseen("warning", "It should be square and relatively small, but not smaller than 64 x 64 pixels", PICTURES),
    unseen("warning", "this image should use transparency where appropriate", PICTURES),
    must("authors (optional, array of objects) specifies one or more feed authors", "json/feed-authors-type"),
    must("if you provide an author object, then at least one is required", "json/author-member"),
    must("name (optional, string) is the author’s name", "json/author-name-type"),
    must("url (optional, string) is the URL of a site owned by the author", "json/author-url-type json/author-url-url"),
    unseen(
      "advice",
      "Ideally the linked-to page provides a way to contact the author, but that’s not required",
      "The page is not fetched, and the sentence does not require it.",
    ),
    must(
      "avatar (optional, string) is the URL for an image for the author",
      "json/author-avatar-type json/author-avatar-url",
    ),
    unseen("warning", "it should be square and relatively large", PICTURES),
    must(
      "language (optional, string) is the primary language for the feed in the format specified in RFC 5646",
      "json/feed-language-type json/feed-language-language",
    ),
    must("expired (optional, boolean)", "json/feed-expired-type"),
    must(
      "hubs (very optional, array of objects)",
      "json/feed-hubs-type json/hub-type-type json/hub-url-type json/hub-url-url",
    ),
    must("Each object has a type and url, both of which are required", "json/hub-type-required json/hub-url-required"),
  ],
  Items: [
    must("items is an array, and is required", "json/feed-items-required json/feed-items-type"),
    must(
      "id (required, string) is unique for that item for that feed over time",
      "json/item-id-required json/item-id-type json/item-id-unique",
    ),
    otherwise(
      "warning",
      "If an item is ever updated, the id should be unchanged",
      { error: "series/id-changed" },
      IDENTITY,
    ),
    otherwise("warning", "New items should never use a previously-used id", { error: "series/id-reused" }, IDENTITY),
    otherwise(
      "advice",
      "Ideally, the id is the full URL of the resource described by the item, since URLs make great unique identifiers",
      { warning: "json/item-id-tag-uri" },
      "An id that is unique is as good, and the specification's own examples have 2 and 1. Only one that sets out to be a URI is held to that.",
    ),
    must(
      "url (optional, string) is the URL of the resource described by the item",
      "json/item-url-type json/item-url-url",
    ),
    should("but should be present regardless", "json/item-url-required"),
    must(
      "external_url (very optional, string) is the URL of a page elsewhere",
      "json/item-external_url-type json/item-external_url-url",
    ),
    otherwise(
      "error",
      "title (optional, string) is plain text",
      { error: "json/item-title-type", warning: "json/plain-text" },
      MARKUP,
    ),
    must("one or both must be present", "json/item-content-required"),
    must(
      "content_html and content_text are each optional strings",
      "json/item-content_html-type json/item-content_text-type",
    ),
    otherwise(
      "error",
      "the only place HTML is allowed in this format is in content_html",
      { warning: "json/plain-text" },
      MARKUP,
    ),
    must("summary (optional, string) is a plain text sentence or two", "json/item-summary-type"),
    must(
      "image (optional, string) is the URL of the main image for the item",
      "json/item-image-type json/item-image-url",
    ),
    must(
      "banner_image (optional, string) is the URL of an image to use as a banner",
      "json/item-banner_image-type json/item-banner_image-url",
    ),
    must(
      "date_published (optional, string) specifies the date in RFC 3339 format",
      "json/item-date_published-type json/item-date_published-rfc3339",
    ),
    must(
      "date_modified (optional, string) specifies the modification date in RFC 3339 format",
      "json/item-date_modified-type json/item-date_modified-rfc3339",
    ),
    must(
      "authors (optional, array of objects) has the same structure as the top-level authors",
      "json/item-authors-type",
    ),
    must("tags (optional, array of strings)", "json/item-tags-type"),
    otherwise("error", "can have any plain text values you want", { warning: "json/plain-text" }, MARKUP),
    unseen("advice", "they are not the equivalent of Twitter hashtags", "A tag may be of any text, and begin with #."),
    must(
      "language (optional, string) is the language for this item, using the same format as the top-level language field",
      "json/item-language-type json/item-language-language",
    ),
  ],
  Attachments: [
    must("attachments (optional, array) lists related resources", "json/item-attachments-type"),
    must(
      "url (required, string) specifies the location of the attachment",
      "json/attachment-url-required json/attachment-url-type json/attachment-url-url",
    ),
    must(
      "mime_type (required, string) specifies the type of the attachment",
      "json/attachment-mime_type-required json/attachment-mime_type-type json/attachment-mime_type-media-type",
    ),
    must("title (optional, string) is a name for the attachment", "json/attachment-title-type"),
    unseen(
      "advice",
      "they are considered as alternate representations of the same thing",
      "Whether two attachments are the same thing, only who listens to them knows.",
    ),
    must("size_in_bytes (optional, number)", "json/attachment-size_in_bytes-type"),
    must("duration_in_seconds (optional, number)", "json/attachment-duration_in_seconds-type"),
  ],
  Deprecations: [
    must("JSON Feed version 1 specified a singular author field", "json/feed-author-type json/item-author-type"),
    should("New feeds should use authors, even if only 1 author is needed", "json/author-deprecated"),
    unseen("warning", "Feed readers should always prefer authors if present", READERS),
    otherwise(
      "warning",
      "you should move to the new fields when you can",
      { advice: "json/version-newest" },
      "A feed of version 1 stays valid for ever, says the same sentence, and most feeds in the wild are of it.",
    ),
  ],
  Extensions: [
    must(
      "Names must start with an _ character followed by a letter",
      "json/extension-name json/feed-key-unknown json/item-key-unknown json/author-key-unknown json/attachment-key-unknown json/hub-key-unknown json/feed-key-misspelt json/item-key-misspelt json/author-key-misspelt json/attachment-key-misspelt json/hub-key-misspelt",
    ),
    should("Publishers can use custom objects in JSON Feeds", "json/extension-object"),
    unseen("error", "Feed readers that do not understand a given custom object must ignore it", READERS),
    should("it should appear at least once in a feed that may contain multiple uses", "json/extension-about"),
    unseen(
      "advice",
      "it’s good practice to name an extension with a company or service name",
      "Any name may be a company's.",
    ),
    must(
      "the extension name and its member keys must not contain any . characters",
      "json/extension-name json/extension-members",
    ),
    must("The extension name, and only the extension name, must begin with an _ character", "json/extension-members"),
    should("Member keys should be alphanumeric", "json/extension-member-letters"),
  ],
  "Subscribing to Real-time Notifications": [
    should(
      "When using WebSub, the value for the JSON Feed’s feed_url is passed for the hub.topic parameter",
      "json/feed-feed_url-required json/feed-url-location",
    ),
  ],
  "Key Naming Rules": [unseen("error", "In future versions, defined keys will always adhere to these rules", ITSELF)],
  "Suggestions for Publishers": [
    should("JSON Feed files should be served using the MIME type application/feed+json", "http/content-type"),
    otherwise(
      "warning",
      "Many feeds will still use the more general MIME type application/json",
      { advice: "http/general-type" },
      "It is the type of version 1, which readers have to take as well.",
    ),
    unseen("error", "When discovering a feed, apps must prefer application/feed+json", READERS),
    should("practical limits should be observed. A 1MB feed places a burden on feed readers", "json/size-limit"),
    otherwise(
      "advice",
      "Under 100K is ideal, and 250K is fine",
      { advice: "json/size" },
      "Between 100 and 250 kB nothing is told of: that is fine.",
    ),
    should("Publishers should support Conditional GET", "series/no-validators series/304-missed"),
    otherwise(
      "warning",
      "publishers should provide the top-level icon and favicon URLs",
      { advice: "json/icon-recommended" },
      "Most feeds in the wild lack one of them, and the specification's own examples both.",
    ),
    otherwise(
      "warning",
      "JSON Feeds should be encoded using UTF-8",
      { error: "json/utf-8 json/byte-order-mark" },
      "JSON has since come to require UTF-8, without a mark (RFC 8259 §8.1), and readers decode it as nothing else.",
    ),
    unseen(
      "warning",
      "Any publisher already publishing RSS and/or Atom should continue to do so",
      "What a publisher had before, no document says.",
    ),
  ],
  "Suggestions for Feed Readers": [
    must(
      "If a feed is invalid JSON, then we strongly recommend not attempting to parse it or use partial data",
      "json/well-formed",
    ),
    must("any item without an id must be discarded", "json/item-id-required"),
    otherwise(
      "error",
      "If an id is presented as a number, a JSON Feed reader should coerce it to a string",
      { warning: "json/item-id-string" },
      "Readers that keep to the specification lose nothing, and version 1.1 says of itself only that an id should be a string.",
    ),
    must(
      "If an id is blank or can't be coerced to a valid string, the item must be discarded",
      "json/item-id-required json/item-id-type",
    ),
    unseen("advice", "it would be helpful to publishers if you reported your subscription numbers", READERS),
    unseen("warning", "Feed readers are strongly advised to use Conditional GET", READERS),
    unseen("warning", "the url should be the default", READERS),
  ],
  Discovery: [
    should(
      "A web page should include a link tag that specifies the location of the JSON Feed",
      "page/feed-link page/feed-link-type",
    ),
    should("These should have different titles", "page/feed-link-title"),
    unseen(
      "advice",
      "manual discovery — by a human using a web browser — is also possible, by adding feed.json to the resource",
      "Ideal only: the specification takes it that there are reasons for other addresses.",
    ),
  ],
  "Linking to a Feed on a Web Page": [
    unseen(
      "advice",
      "Publishers are encouraged to provide a link to their JSON Feed",
      "A site has many pages, and the link may be on any of them.",
    ),
  ],
};
