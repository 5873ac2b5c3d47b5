import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { Partner } from "../../../partner/partner.ts";
import { deskPath, Post } from "../frame.tsx";
import { partnerPath } from "../partner-addresses.ts";
import type { Session } from "../session.ts";

interface PartnerListProps {
  site: Site;
  session: Session;
  partners: Partner[];
}

/** Every partner by its name, and a form for one more. */
export const PartnerList: FC<PartnerListProps> = ({ site, session, partners }) => (
  <section aria-labelledby="all-partners">
    <h2 id="all-partners">Keys and limits</h2>
    {partners.length === 0 ? <p>There is no partner yet.</p> : null}
    <ul class="bullets">
      {partners.map(({ slug, name, status }) => (
        <li>
          <a href={deskPath(site, partnerPath(slug))}>{name}</a>
          {status === "suspended" ? <span class="wrong"> suspended</span> : null}
        </li>
      ))}
    </ul>
    {session.scopes.has("partners") ? (
      <NewPartnerForm site={site} session={session} isFirst={partners.length === 0} />
    ) : null}
  </section>
);

type NewPartnerFormProps = Pick<PartnerListProps, "site" | "session"> & { isFirst: boolean };

const NewPartnerForm: FC<NewPartnerFormProps> = ({ site, session, isFirst }) => (
  <details open={isFirst}>
    <summary>A new partner</summary>
    <Post site={site} session={session} to="/partners">
      <div class="fields">
        <div class="field">
          <label for="partner-name">Name</label>
          <input
            id="partner-name"
            name="name"
            required
            maxlength={200}
            placeholder="Harbour Radio"
            autocomplete="off"
          />
        </div>
        <div class="field">
          <label for="partner-slug">Short name</label>
          <p class="hint" id="slug-hint">
            Lower-case letters, digits and hyphens. Feeds name it by this, and it never changes.
          </p>
          <input
            id="partner-slug"
            name="slug"
            required
            maxlength={60}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            placeholder="harbour-radio"
            aria-describedby="slug-hint"
            autocomplete="off"
          />
        </div>
      </div>
      <p class="actions">
        <button type="submit">Add the partner</button>
      </p>
    </Post>
  </details>
);
