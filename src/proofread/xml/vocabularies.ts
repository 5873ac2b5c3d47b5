import type { Vocabulary } from "./declare.ts";
import { rulesOf } from "./derive.ts";
import type { XmlRule } from "./rule.ts";
import { ADMINISTRATIVE } from "./vocabularies/admin.ts";
import { APP } from "./vocabularies/app.ts";
import { ATOM_VOCABULARY } from "./vocabularies/atom/atom.ts";
import { CONTENT_MODULE } from "./vocabularies/content.ts";
import { CC, CREATIVE_COMMONS } from "./vocabularies/creative-commons.ts";
import { DUBLIN_CORE } from "./vocabularies/dc.ts";
import { DUBLIN_CORE_TERMS } from "./vocabularies/dcterms.ts";
import { EVENT } from "./vocabularies/event.ts";
import { FEEDBURNER_VOCABULARY } from "./vocabularies/feedburner.ts";
import { FH } from "./vocabularies/fh.ts";
import { GEO, GEORSS, GML } from "./vocabularies/georss.ts";
import { GOOGLEPLAY } from "./vocabularies/googleplay.ts";
import { ITUNES_VOCABULARY } from "./vocabularies/itunes/itunes.ts";
import { AGGREGATION, BLOG_CHANNEL, GEOURL, ICBM } from "./vocabularies/lesser-modules.ts";
import { MEDIA_VOCABULARY } from "./vocabularies/media/media.ts";
import { MSN_INGESTION } from "./vocabularies/mi.ts";
import { namespaceRules, spellingsOf } from "./vocabularies/namespaces.ts";
import { OPENSEARCH } from "./vocabularies/opensearch.ts";
import { PODCAST_VOCABULARY } from "./vocabularies/podcast/podcast.ts";
import { SIMPLE_CHAPTERS } from "./vocabularies/psc.ts";
import { RDF_RULES, RSS_0_90, RSS_1_0 } from "./vocabularies/rdf.ts";
import { RSL } from "./vocabularies/rsl.ts";
import { RSS } from "./vocabularies/rss/rss.ts";
import { SLASH } from "./vocabularies/slash.ts";
import { SMART_FORMAT } from "./vocabularies/snf.ts";
import { SOURCE } from "./vocabularies/source.ts";
import { SPOTIFY } from "./vocabularies/spotify.ts";
import { SYNDICATION } from "./vocabularies/sy.ts";
import { THR } from "./vocabularies/thr.ts";
import { TOMBSTONES } from "./vocabularies/tombstone.ts";
import { TRACKBACK } from "./vocabularies/trackback.ts";
import { WEBFEEDS } from "./vocabularies/webfeeds.ts";
import { WELL_FORMED_WEB } from "./vocabularies/wfw.ts";
import { XML_ATTRIBUTE_RULES } from "./vocabularies/xml.ts";

/** Every namespace that is known, and the formats themselves: a new one is a file, and its line here. */
const VOCABULARIES: readonly Vocabulary[] = [
  RSS,
  RSS_1_0,
  RSS_0_90,
  ATOM_VOCABULARY,
  ADMINISTRATIVE,
  AGGREGATION,
  APP,
  BLOG_CHANNEL,
  CC,
  CONTENT_MODULE,
  CREATIVE_COMMONS,
  DUBLIN_CORE,
  DUBLIN_CORE_TERMS,
  EVENT,
  FEEDBURNER_VOCABULARY,
  FH,
  GEO,
  GEORSS,
  GEOURL,
  GML,
  GOOGLEPLAY,
  ICBM,
  ITUNES_VOCABULARY,
  MEDIA_VOCABULARY,
  MSN_INGESTION,
  OPENSEARCH,
  PODCAST_VOCABULARY,
  RSL,
  SIMPLE_CHAPTERS,
  SLASH,
  SMART_FORMAT,
  SOURCE,
  SPOTIFY,
  SYNDICATION,
  THR,
  TOMBSTONES,
  TRACKBACK,
  WEBFEEDS,
  WELL_FORMED_WEB,
];

/** The rules of all of them, and those for what stands between them. */
export const VOCABULARY_RULES: readonly XmlRule[] = [
  ...VOCABULARIES.flatMap(rulesOf),
  ...RDF_RULES,
  ...XML_ATTRIBUTE_RULES,
  ...namespaceRules(VOCABULARIES),
];

/** The usual URI of a namespace by those that are written instead. */
export const NAMESPACE_SPELLINGS = spellingsOf(VOCABULARIES);
