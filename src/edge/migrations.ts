import type { Migration } from "../service/store/apply-migrations.ts";
import article from "../service/store/migrations/0001_article.sql";
import feed from "../service/store/migrations/0002_feed.sql";
import edition from "../service/store/migrations/0003_edition.sql";
import archive from "../service/store/migrations/0004_archive.sql";
import audience from "../service/store/migrations/0006_audience.sql";
import partner from "../service/store/migrations/0007_partner.sql";
import desk from "../service/store/migrations/0009_desk.sql";
import session from "../service/store/migrations/0010_session.sql";
import signingKey from "../service/store/migrations/0011_signing_key.sql";
import polled from "../service/store/migrations/0012_polled.sql";
import due from "../service/store/migrations/0013_due.sql";
import family from "../service/store/migrations/0014_family.sql";
import health from "../service/store/migrations/0015_health.sql";
import awake from "../service/store/migrations/0016_awake.sql";
import purge from "../service/store/migrations/0017_purge.sql";
import base from "../service/store/migrations/0018_base.sql";
import unconditional from "../service/store/migrations/0019_unconditional.sql";
import source from "../service/store/migrations/0020_source.sql";
import oldAddress from "../service/store/migrations/0021_old_address.sql";
import proofread from "../service/store/migrations/0022_proofread.sql";
import audit from "../service/store/migrations/0023_audit.sql";
import people from "../service/store/migrations/0024_people.sql";
import draft from "../service/store/migrations/0026_draft.sql";
import file from "../service/store/migrations/0027_file.sql";
import partnerPage from "../service/store/migrations/0028_partner_page.sql";
import search from "../service/store/migrations/0029_search.sql";
import logWalk from "../service/store/migrations/0030_log_walk.sql";
import subscription from "../service/store/migrations/0031_subscription.sql";
import webhook from "../service/store/migrations/0032_webhook.sql";
import hubNamed from "../service/store/migrations/0033_hub_named.sql";

/** The steps of the store's schema, which the worker carries with it: as modules of text, for wrangler takes `.sql` for such. */
export const MIGRATIONS: Migration[] = Object.entries({
  "0001_article.sql": article,
  "0002_feed.sql": feed,
  "0003_edition.sql": edition,
  "0004_archive.sql": archive,
  "0006_audience.sql": audience,
  "0007_partner.sql": partner,
  "0009_desk.sql": desk,
  "0010_session.sql": session,
  "0011_signing_key.sql": signingKey,
  "0012_polled.sql": polled,
  "0013_due.sql": due,
  "0014_family.sql": family,
  "0015_health.sql": health,
  "0016_awake.sql": awake,
  "0017_purge.sql": purge,
  "0018_base.sql": base,
  "0019_unconditional.sql": unconditional,
  "0020_source.sql": source,
  "0021_old_address.sql": oldAddress,
  "0022_proofread.sql": proofread,
  "0023_audit.sql": audit,
  "0024_people.sql": people,
  "0026_draft.sql": draft,
  "0027_file.sql": file,
  "0028_partner_page.sql": partnerPage,
  "0029_search.sql": search,
  "0030_log_walk.sql": logWalk,
  "0031_subscription.sql": subscription,
  "0032_webhook.sql": webhook,
  "0033_hub_named.sql": hubNamed,
}).map(([name, sql]) => ({ name, sql }));
