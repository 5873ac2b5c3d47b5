import type { Message } from "../frame.tsx";

export const NO_SUCH_ARTICLE: Message = { status: 404, title: "No such article", why: <p>No article has this id.</p> };

export const NOTHING_DONE: Message = {
  status: 422,
  title: "Nothing was done",
  why: <p>The form is not whole, or what it names is no longer kept.</p>,
};

export const NOTHING_SIGNED: Message = {
  status: 503,
  title: "Nothing was signed",
  why: <p>There is no signing key: set the secret SIGNING_KEY.</p>,
};
