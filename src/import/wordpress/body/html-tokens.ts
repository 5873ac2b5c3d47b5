import { Tokenizer } from "htmlparser2";

/** A piece of markup, as it stands. `close` and `open` know their element's name in lower case. */
export interface HtmlToken {
  type: "text" | "open" | "close" | "comment";
  name: string;
  raw: string;
}

/** Markup in pieces which, put together, are the markup again. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let [at, name] = [0, ""];
  const put = (type: HtmlToken["type"], end: number): void => {
    if (end > at)
      tokens.push({ type, name: type === "text" || type === "comment" ? "" : name, raw: html.slice(at, end) });
    at = end;
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      ontext: (_, end) => put("text", end),
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
      },
      onopentagend: (end) => put("open", end + 1),
      onselfclosingtag: (end) => put("open", end + 1),
      onclosetag(start, end) {
        name = html.slice(start, end).toLowerCase();
        const bracket = html.indexOf(">", end);
        put("close", bracket < 0 ? html.length : bracket + 1);
      },
      oncomment: (_, end) => put("comment", Math.min(html.length, end + 1)),
      oncdata: (_, end) => put("comment", Math.min(html.length, end + 1)),
      ondeclaration: (_, end) => put("comment", Math.min(html.length, end + 1)),
      onprocessinginstruction: (_, end) => put("comment", Math.min(html.length, end + 1)),
      ...{ onattribname: nothing, onattribdata: nothing, onattribend: nothing, onattribentity: nothing },
      ...{ ontextentity: nothing, onend: nothing },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  put("text", html.length);
  return tokens;
}
