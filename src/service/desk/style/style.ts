import { AUDIENCE_STYLE } from "../../pages/frame/audience-style.ts";
import { PROOFREAD_STYLE } from "../../pages/frame/proofread-style.ts";
import { BASE, STORY, styleDigest } from "../../pages/frame/style.ts";
import { BAR_STYLE } from "./bar-style.ts";
import { EDITOR_STYLE } from "./editor-style.ts";
import { FILES_STYLE } from "./files-style.ts";
import { FIND_STYLE } from "./find-style.ts";
import { FORM_STYLE } from "./form-style.ts";
import { LOG_STYLE } from "./log-style.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { PEOPLE_STYLE } from "./people-style.ts";
import { RICH_TEXT_STYLE } from "./rich-text-style.ts";
import { TABLE_STYLE } from "./table-style.ts";

/*
 * The desk's classes. Nothing on a page has a style of its own (the Content-Security-Policy lets none in): whoever builds a page takes
 * these.
 *
 * PAGE
 *   h1, h2, h3               one h1 a page; what a story says stands in serif
 *   .dek                     the sentence below the h1
 *   .meta                    small and soft: times, ids, sources
 *   .right .wrong .waits     a mark and a colour before a word: ✓ good, ✗ bad, ◷ in its time
 *   .badge                   what a story or person is, in a pill: `.badge.draft` `.badge.withheld` `.badge.gone`
 *   .facts                   a <dl> of names and values, folded in <details> where it is ids
 *   .stories                 a <ul> of stories: h2 or h3 with a link, `.meta` below
 *   .bullets                 a <ul> with dots
 *   .entries                 a <ul> of a few people, keys or devices: h2 or h3, `.meta`, a button
 *   .halves                  two columns from 48rem on;  .outputs  three from 60rem on
 *   .beside                  a form, and an <aside> that stays in sight beside it from 70rem on
 *   .shown                   a story as readers see it, in a frame (`class="full shown"`)
 *   .secret                  what is shown once: a key, a link
 *   .unseen                  for who listens, not for who looks
 *   details > summary        folds; an <h2> in a summary looks like the rest of it
 * NOTICES, each a <p> or <div>
 *   .done                    it worked (role="status")
 *   .failed                  it did not, and why (role="alert")
 *   .note                    worth knowing: the desk's script offers with it what it kept
 *   .notice                  a page that is one message
 * FORMS
 *   .field                   one input: <div class="field"><label/><p class="hint"/><input/><p class="fault"/></div>
 *   .hint .fault             what to write; what is wrong with it. The input has aria-describedby, and aria-invalid="true"
 *   .fields                  fields beside one another, as many as fit
 *   .inline                  an input and its button in one line
 *   .choices                 a <fieldset> of `.check`
 *   .check                   <label class="check"><input type="checkbox"/> Words</label>
 *   fieldset > legend        fields of one thing; [data-row] one of several rows in it
 *   .filters                 small fields above a list: a <form>, or a part of one
 *   .narrow                  a form that is no wider than is read well
 *   .actions                 a row of buttons and links
 * BUTTONS
 *   <button>                 what the page is for; .quiet: all else; .danger: what readers notice, or what cannot be undone
 *   a.action                 a link that looks like a quiet button; a.action.strong: like the first one
 * THE FORM OF A STORY (editor-style.ts): .editor .doing .story-form .partner .upload .side .versions
 * TABLES: <Table> of frame.tsx; on a phone each row is a card, and each cell says its column
 *   .number .short .value    in its cells: figures; what is not broken; a text as it was stored
 */

/** The desk's one style sheet, on the colours and type of the readers' pages. */
export const DESK_STYLE = [
  BASE,
  STORY,
  BAR_STYLE,
  PAGE_STYLE,
  FORM_STYLE,
  FILES_STYLE,
  TABLE_STYLE,
  LOG_STYLE,
  EDITOR_STYLE,
  FIND_STYLE,
  PEOPLE_STYLE,
  RICH_TEXT_STYLE,
  AUDIENCE_STYLE,
  PROOFREAD_STYLE,
]
  .join("")
  .replaceAll("\n", "");

/** Its path below the desk, named by its contents, so that a browser may keep it for good. */
export const DESK_STYLE_PATH = `/style.${styleDigest(DESK_STYLE)}.css`;
