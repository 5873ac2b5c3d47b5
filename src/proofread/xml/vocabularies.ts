import type { FeedFormat } from "../finding.ts";
import { rulesOf, type Vocabulary } from "./declare.ts";
import type { XmlRule } from "./rule.ts";
import { RuleIndex } from "./rule-index.ts";
import { FEEDBURNER_VOCABULARY } from "./vocabularies/feedburner.ts";
import { GOOGLEPLAY } from "./vocabularies/googleplay.ts";
import { ITUNES_VOCABULARY } from "./vocabularies/itunes/itunes.ts";
import { MEDIA_VOCABULARY } from "./vocabularies/media/media.ts";
import { MSN_INGESTION } from "./vocabularies/mi.ts";
import { PODCAST_VOCABULARY } from "./vocabularies/podcast/podcast.ts";
import { SIMPLE_CHAPTERS } from "./vocabularies/psc.ts";
import { RSL } from "./vocabularies/rsl.ts";
import { SLASH } from "./vocabularies/slash.ts";
import { SMART_FORMAT } from "./vocabularies/snf.ts";
import { SOURCE } from "./vocabularies/source.ts";
import { SPOTIFY } from "./vocabularies/spotify.ts";
import { WEBFEEDS } from "./vocabularies/webfeeds.ts";

/** Every namespace that is known, and the formats themselves: a new one is a file, and its line here. */
export const VOCABULARIES: readonly Vocabulary[] = [
  SLASH,
  ITUNES_VOCABULARY,
  MEDIA_VOCABULARY,
  PODCAST_VOCABULARY,
  GOOGLEPLAY,
  SIMPLE_CHAPTERS,
  SPOTIFY,
  SOURCE,
  WEBFEEDS,
  RSL,
  MSN_INGESTION,
  SMART_FORMAT,
  FEEDBURNER_VOCABULARY,
];

export const XML_RULES: readonly XmlRule[] = VOCABULARIES.flatMap(rulesOf);

const INDEXES = new Map<FeedFormat, RuleIndex>();

/** The rules of a format, made when a first document of it comes. */
export function xmlRulesOf(format: FeedFormat): RuleIndex {
  const index = INDEXES.get(format) ?? new RuleIndex(XML_RULES, format);
  INDEXES.set(format, index);
  return index;
}
