import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import { Page } from "../pages/frame/layout.tsx";

/** Where a partner gives its key, to see its own page. */
export const OpenPage: FC<{ site: Site; path: string; wrong?: string }> = ({ site, path, wrong }) => (
  <Page site={site} title={`For partners of ${site.title}`} head={<meta name="robots" content="noindex, nofollow" />}>
    <div class="notice">
      <h1>For partners</h1>
      <p>See your feeds, your limits, and what your system has not picked up.</p>
      {wrong === undefined ? null : <p role="alert">{wrong}</p>}
      <form method="post" action={path}>
        <p>
          <label for="key">Your key, as your system sends it</label>
        </p>
        <div class="field">
          <input id="key" name="key" type="password" required maxlength={100} autocomplete="off" placeholder="wp_…" />
          <button type="submit">Open</button>
        </div>
      </form>
    </div>
  </Page>
);
