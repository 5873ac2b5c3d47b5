import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { fileUrl } from "../../files/uploads.ts";
import { When } from "../../pages/frame/time.tsx";
import type { StoredFile } from "../../store/files.ts";
import { DeskPage, deskPath } from "../frame.tsx";
import { Done, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";

interface FilesPageProps {
  site: Site;
  session: Session;
  files: StoredFile[];
  /** The one that has just come. */
  uploaded?: StoredFile;
  canUpload: boolean;
  now: number;
}

/** What was uploaded, the latest first, each with its address; and a form for one more. */
export const FilesPage: FC<FilesPageProps> = ({ site, session, files, uploaded, canUpload, now }) => (
  <DeskPage site={site} session={session} title="Files" part="/files">
    <h1>Pictures and sound</h1>
    <p class="dek">
      Upload a file here, and give its address in a story. Where a picture was taken, and with which camera, is taken
      out of it.
    </p>
    <Done what={uploaded && `${uploaded.called ?? uploaded.name} is stored.`} />
    {canUpload ? <UploadForm site={site} session={session} /> : <NoPlace />}
    {files.length === 0 ? <p>Nothing was uploaded yet.</p> : null}
    <ul class="uploads">
      {files.map((file) => (
        <FileItem site={site} file={file} now={now} />
      ))}
    </ul>
  </DeskPage>
);

const UploadForm: FC<{ site: Site; session: Session }> = ({ site, session }) => (
  <form class="narrow" method="post" action={deskPath(site, "/files")} enctype="multipart/form-data">
    <input type="hidden" name="form_token" value={session.formToken} />
    <div class="field">
      <label for="upload">A picture or a sound</label>
      <p class="hint" id="upload-hint">
        JPEG, PNG, GIF, WebP or AVIF of 20 MB at most; MP3, M4A, AAC, Ogg, Opus, FLAC or WAV of 50 MB at most.
      </p>
      <input type="file" id="upload" name="file" accept="image/*,audio/*" aria-describedby="upload-hint" required />
    </div>
    <p class="actions">
      <button type="submit">Upload</button>
    </p>
  </form>
);

/** Where nothing can be uploaded. */
const NoPlace: FC = () => (
  <Failed
    why={
      <>
        Nothing can be uploaded: the deployment has no place for files. Whoever runs it adds an R2 bucket to{" "}
        <code>wrangler.toml</code>.
      </>
    }
  />
);

const FileItem: FC<{ site: Site; file: StoredFile; now: number }> = ({ site, file, now }) => {
  const { name, type, called = name } = file;
  const url = fileUrl(site, name);
  return (
    <li>
      {type.startsWith("image/") ? (
        <img src={url} alt="" width={file.width} height={file.height} loading="lazy" />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: what was uploaded is the sound alone
        <audio src={url} controls preload="none" aria-label={called} />
      )}
      <p class="called">{called}</p>
      <p class="meta">
        {inWords(file)}. {file.uploadedBy}, <When site={site} at={file.uploadedAt} now={now} />
      </p>
      <div class="inline">
        <label class="unseen" for={`url-${name}`}>
          The address of {called}
        </label>
        <input id={`url-${name}`} value={url} readonly />
        <button type="button" class="quiet" data-copy={`#url-${name.replace(".", "\\.")}`}>
          Copy
        </button>
      </div>
    </li>
  );
};

/** "JPEG, 900 × 675, 34 kB". */
export function inWords({ type, length, width, height, duration }: StoredFile): string {
  const kind = type.slice(type.indexOf("/") + 1).toUpperCase();
  const size = width && height ? `${width} × ${height}` : duration === undefined ? undefined : minutes(duration);
  const bytes = length < 1_000_000 ? `${Math.ceil(length / 1_000)} kB` : `${(length / 1_000_000).toFixed(1)} MB`;
  return [kind, size, bytes].filter((part) => part !== undefined).join(", ");
}

function minutes(duration: number): string {
  const seconds = Math.round(duration);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
