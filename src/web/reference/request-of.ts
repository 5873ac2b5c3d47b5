/** A request as a form says it. */
export interface TriedRequest {
  /** With its query, below the page's own origin. */
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a form's fields say: those of the path are filled in, and those that are empty are left out. */
export function requestOf(form: HTMLFormElement, token: string): TriedRequest {
  const { method = "GET", path: template = "/" } = form.dataset;
  const headers: Record<string, string> = token === "" ? {} : { authorization: `Bearer ${token}` };
  const query = new URLSearchParams();
  let path = template;
  for (const input of form.querySelectorAll<HTMLInputElement>("input[data-in]")) {
    const { name, value } = input;
    // A slug may have slashes in it, which part its path.
    if (input.dataset.in === "path")
      path = path.replace(`{${name}}`, value.split("/").map(encodeURIComponent).join("/"));
    else if (value !== "" && input.dataset.in === "query") query.append(name, value);
    else if (value !== "") headers[name] = value;
  }
  const body = form.querySelector<HTMLTextAreaElement>("textarea[data-type]");
  if (body?.dataset.type !== undefined && body.value !== "") headers["content-type"] = body.dataset.type;
  const base = location.pathname.replace(/\/api\/?$/, "");
  return {
    path: `${base}${path}${query.size > 0 ? `?${query}` : ""}`,
    method,
    headers,
    body: body?.value || undefined,
  };
}
