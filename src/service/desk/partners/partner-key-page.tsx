import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { Partner } from "../../../partner/partner.ts";
import { Exactly } from "../../pages/frame/time.tsx";
import { DeskPage, deskPath } from "../frame.tsx";
import { partnerPath } from "../partner-addresses.ts";
import type { Session } from "../session.ts";
import { ShownOnce } from "../shown-once.tsx";

interface PartnerKeyProps {
  site: Site;
  session: Session;
  partner: Partner;
  /** The key itself. */
  value: string;
  /** The id of the one that it replaces, and until when that goes on. */
  replaced?: string;
  ends?: number;
}

/** The only page that ever shows a partner's key. */
export const PartnerKeyPage: FC<PartnerKeyProps> = ({ site, session, partner, value, replaced, ends }) => (
  <DeskPage site={site} session={session} title={`A key of ${partner.name}`} part="/partners">
    <h1>A key of {partner.name}</h1>
    <p class="dek">Copy it now, and give it to {partner.name} in a way that nobody else reads: it is shown once.</p>
    {replaced !== undefined && ends !== undefined ? (
      <p>
        The key wp_{replaced}… goes on until <Exactly site={site} at={ends} />.
      </p>
    ) : null}
    <p>
      It is the password of Basic, with any user’s name, or a Bearer token. With it {partner.name} sees its feeds, its
      limits and its errors on <a href={`${site.base}/partners`}>a page of its own</a>.
    </p>
    <ShownOnce id="key" value={value} back={deskPath(site, partnerPath(partner.slug))} backTo={`To ${partner.name}`} />
  </DeskPage>
);
