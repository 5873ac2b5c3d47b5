import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import { contentWord } from "../feed/labels.ts";
import { feedPath } from "../frame/addresses.ts";
import { familyName, invitation } from "../frame/family-words.ts";
import { capital } from "../frame/wording.ts";

/** A family in a list of feeds: one, however many feeds it has. */
export const FamilyRow: FC<{ site: Site; family: Family }> = ({ site, family }) => (
  <li>
    <h3>
      <a href={feedPath(site, family.slug)}>{familyName(family)}</a>
    </h3>
    <p class="dek">{invitation(family)}</p>
    <p class="meta">{capital(contentWord(family))}</p>
  </li>
);
