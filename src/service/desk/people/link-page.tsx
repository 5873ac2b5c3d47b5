import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { PersonRole } from "../../../people/roles.ts";
import type { MadeInvitation } from "../../jobs/invite.ts";
import { Exactly } from "../../pages/frame/time.tsx";
import { DeskPage, deskPath } from "../frame.tsx";
import type { Session } from "../session.ts";
import { ShownOnce } from "../shown-once.tsx";

interface LinkProps {
  site: Site;
  session: Session;
  name: string;
  role: PersonRole;
  made: MadeInvitation;
  /** Whether it lets somebody in again who has lost what one signs in by. */
  isKnown: boolean;
}

/** The only page that ever shows a link. */
export const LinkPage: FC<LinkProps> = ({ site, session, name, role, made, isKnown }) => (
  <DeskPage site={site} session={session} title={`A link for ${name}`} part="/people">
    <h1>A link for {name}</h1>
    <p class="dek">
      {isKnown
        ? "It lets them choose a new password, or add a passkey. The old password and passkeys are good no more then."
        : `Whoever opens it joins as ${role}: send it to ${name} alone.`}
    </p>
    <p>
      It is shown once, and good once, until <Exactly site={site} at={made.expires_at} />:
    </p>
    <ShownOnce id="link" value={made.url} back={deskPath(site, "/people")} backTo="To the people" />
  </DeskPage>
);
