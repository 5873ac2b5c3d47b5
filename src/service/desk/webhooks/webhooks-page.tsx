import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { When } from "../../pages/frame/time.tsx";
import type { Endpoint, EndpointFields as Fields } from "../../store/endpoints.ts";
import { DeskPage, deskPath, Post, Table } from "../frame.tsx";
import { Done, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { ShownOnce } from "../shown-once.tsx";
import { WebhookFields } from "./endpoint-fields.tsx";

/** The path of a webhook's page, below the desk. */
export const webhookPath = (id: string, rest = ""): string => `/webhooks/${encodeURIComponent(id)}${rest}`;

interface WebhooksPageProps {
  site: Site;
  session: Session;
  endpoints: Endpoint[];
  done: string | undefined;
  /** What was sent, and why it did nothing. */
  wrong?: { fields: Fields; why: string };
  now: number;
}

/** Which systems are told what happens, and whether they take it. */
export const WebhooksPage: FC<WebhooksPageProps> = ({ site, session, endpoints, done, wrong, now }) => (
  <DeskPage site={site} session={session} title="Webhooks" part="/webhooks">
    <h1>Webhooks</h1>
    <p class="dek">Systems that are told at once when a story, a feed or an alert has something new.</p>
    <Done what={done} />
    {endpoints.length === 0 ? (
      <p>None is set up yet.</p>
    ) : (
      <Table label="Webhooks" head={["Webhook", "Host", "Told of", "State"]}>
        {endpoints.map((endpoint) => (
          <tr>
            <th scope="row">
              <a href={deskPath(site, webhookPath(endpoint.id))}>{endpoint.description}</a>
            </th>
            <td>{new URL(endpoint.url).host}</td>
            <td>{endpoint.types.join(", ")}</td>
            <td>
              <EndpointState site={site} endpoint={endpoint} now={now} />
            </td>
          </tr>
        ))}
      </Table>
    )}
    {session.scopes.has("push") ? (
      <section aria-labelledby="new-webhook">
        <h2 id="new-webhook">A new webhook</h2>
        <Failed why={wrong?.why} />
        <Post site={site} session={session} to="/webhooks">
          <WebhookFields fields={wrong?.fields} />
          <p class="actions">
            <button type="submit">Set it up</button>
          </p>
        </Post>
      </section>
    ) : null}
  </DeskPage>
);

/** How a webhook is doing, in a few words. */
export const EndpointState: FC<{ site: Site; endpoint: Endpoint; now: number }> = ({ site, endpoint, now }) => {
  const { disabled_at, disabled_by, failing_since } = endpoint;
  if (disabled_at !== null)
    return (
      <span class="wrong">
        {disabled_by === "receiver" ? "it answered that it is gone, and is told nothing since " : "disabled "}
        <When site={site} at={disabled_at} now={now} />
      </span>
    );
  if (failing_since === null) return <span class="right">well</span>;
  return (
    <span class="wrong">
      failing, since <When site={site} at={failing_since} now={now} />
    </span>
  );
};

/** The only page that ever shows a webhook's secret. */
export const WebhookSecretPage: FC<{ site: Site; session: Session; endpoint: Endpoint; secret: string }> = ({
  site,
  session,
  endpoint: { id, description, former_until },
  secret,
}) => (
  <DeskPage site={site} session={session} title={`The secret of ${description}`} part="/webhooks">
    <h1>The secret of {description}</h1>
    <p class="dek">Copy it now: it is shown once. By it the system knows that what it is told comes from here.</p>
    <p>
      {former_until === null
        ? "The libraries of Standard Webhooks check it; the system’s page has a button that sends it a test."
        : "For a day what is sent is signed with the former secret, too."}
    </p>
    <ShownOnce id="key" value={secret} back={deskPath(site, webhookPath(id))} backTo={`To ${description}`} />
  </DeskPage>
);
