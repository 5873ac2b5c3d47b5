import type { MarkupSlip } from "../markup.ts";
import { isHtmlElement, SVG_ELEMENTS } from "../names.ts";
import { described, forTags, HTML_FORMATS, type HtmlFault, type HtmlRule, MAX_FAULTS } from "../rule.ts";

const HTML = "https://html.spec.whatwg.org/multipage/";

/** References to characters that a reader has to guess, or cannot show (HTML Living Standard §13.2.2). */
const REFERENCE_SLIPS: Record<string, string> = {
  "absence-of-digits-in-numeric-character-reference": "a reference to a character has no number",
  "character-reference-outside-unicode-range": "a reference names a character that does not exist",
  "control-character-reference": "a reference names a control character, as of Windows-1252, and no letter",
  "missing-semicolon-after-character-reference": "a reference to a character has no ; at its end",
  "noncharacter-character-reference": "a reference names what is no character",
  "null-character-reference": "a reference names the null character",
  "surrogate-character-reference": "a reference names a half of a character",
  "unknown-named-character-reference": "there is no character of that name",
};

/** What is no mistake in how it is shown. */
const LOOSE_SLIPS: Record<string, string> = {
  "invalid-first-character-of-tag-name": "a < starts no tag, and is not written as &lt;",
};

const SYNTAX_SLIPS: Record<string, string> = {
  "abrupt-closing-of-empty-comment": "a comment is closed before it has begun",
  "cdata-in-html-content": "HTML has no CDATA sections: what stands in it is a comment",
  "control-character-in-input-stream": "there is a control character",
  "end-tag-with-attributes": "an end tag has attributes",
  "end-tag-with-trailing-solidus": "an end tag ends in />",
  "eof-before-tag-name": "the text ends in the middle of a tag",
  "eof-in-cdata": "the text ends in the middle of a CDATA section",
  "eof-in-comment": "a comment is not closed: it hides the rest of the text",
  "eof-in-script-html-comment-like-text": "the text ends in the middle of a script",
  "eof-in-tag": "the text ends in the middle of a tag",
  "incorrectly-closed-comment": "a comment ends in --!>",
  "incorrectly-opened-comment": "<! starts no comment: that would be <!--",
  "missing-attribute-value": "an attribute has = and no value",
  "missing-end-tag-name": "</> ends nothing",
  "missing-whitespace-between-attributes": "there is no space between two attributes",
  "nested-comment": "a comment stands in a comment",
  "noncharacter-in-input-stream": "there is what is no character",
  "surrogate-in-input-stream": "there is a half of a character",
  "unexpected-character-in-attribute-name": "a quotation mark or a < stands in the name of an attribute",
  "unexpected-character-in-unquoted-attribute-value": "a value without quotation marks has a character that needs them",
  "unexpected-equals-sign-before-attribute-name": "an attribute has a value and no name",
  "unexpected-null-character": "there is a null character",
  "unexpected-question-mark-instead-of-tag-name": "HTML has no instructions as <?…>: a reader takes it for a comment",
  "unexpected-solidus-in-tag": "there is a / in the middle of a tag",
};

const told = (slips: MarkupSlip[], messages: Record<string, string>): HtmlFault[] =>
  slips.flatMap(({ code, excerpt, below }) =>
    messages[code] ? [{ message: `${messages[code]}: "${excerpt}"`, below }] : [],
  );

/** Rules for whether it is HTML at all. */
export const HTML_SYNTAX_RULES: HtmlRule[] = [
  {
    name: "html/syntax",
    severity: "warning",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "HTML is what a reader's parser can read without guessing",
    section: "HTML Living Standard §13.2.2, Parse errors",
    url: `${HTML}parsing.html#parse-errors`,
    mend: "Write text into HTML escaped (< as &lt;, & as &amp;), and cut HTML only between its elements.",
    check: ({ slips }) => told(slips, SYNTAX_SLIPS),
    fails: described('<p>She left at dawn. <a href="https://gazette.example/bo'),
    passes: described('<p>She left at dawn. <a href="https://gazette.example/boat">More</a></p>'),
  },
  {
    name: "html/character-reference",
    severity: "warning",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "References to characters name one that exists, and end in a semicolon",
    section: "HTML Living Standard §13.1.4, Character references",
    url: `${HTML}syntax.html#character-references`,
    mend: "Write the character itself, in UTF-8; & itself as &amp;.",
    check: ({ slips }) => told(slips, REFERENCE_SLIPS),
    fails: described("<p>The harbour&#146;s first boat</p>"),
    passes: described("<p>The harbour&#8217;s first boat</p>"),
  },
  {
    name: "html/unescaped",
    severity: "advice",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "< and & are written as &lt; and &amp;",
    section: "HTML Living Standard §13.1.4, Character references",
    url: `${HTML}syntax.html#character-references`,
    mend: "Write < as &lt; and & as &amp;, in the addresses of links, too.",
    check: ({ slips, tags }) => [
      ...told(slips, LOOSE_SLIPS),
      ...tags
        .filter(({ bare }) => bare)
        .slice(0, MAX_FAULTS)
        .map(({ name, bare, below }) => ({ message: `<${name} ${bare?.join(", ")}> has a bare &`, below })),
    ],
    fails: described('<a href="https://gazette.example/?boat=1&sail=2">More</a>'),
    passes: described('<a href="https://gazette.example/?boat=1&amp;sail=2">More</a>'),
  },
  {
    name: "html/repeated-attribute",
    severity: "warning",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "A tag has each attribute once",
    section: "HTML Living Standard §13.1.2.3, Attributes",
    url: `${HTML}syntax.html#attributes-2`,
    mend: "Keep one of them: readers drop all but the first.",
    check: ({ slips }) =>
      slips
        .filter(({ code }) => code === "duplicate-attribute")
        .map(({ excerpt, below }) => ({
          message: `a tag has an attribute twice, and readers drop the second: "${excerpt}"`,
          below,
        })),
    fails: described('<p class="lead" class="news">She left at dawn.</p>'),
    passes: described('<p class="lead news">She left at dawn.</p>'),
  },
  {
    name: "html/nesting",
    severity: "warning",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "Elements nest, and each that needs an end tag has one",
    section: "HTML Living Standard §13.1.2, Elements",
    url: `${HTML}syntax.html#elements-2`,
    mend: "Close what is open before what it stands in is closed; write a list or a table after a paragraph, not in it.",
    check: ({ nesting }) => (nesting ? [{ message: nesting }] : []),
    fails: described("<p>She <b>left <i>at</b> dawn</i>.</p>"),
    passes: described("<p>She <b>left <i>at</i></b><i> dawn</i>.<ul><li>One<li>Two</ul>"),
  },
  {
    name: "html/unknown-element",
    severity: "warning",
    formats: HTML_FORMATS,
    element: "HTML in a text",
    says: "Elements are those of HTML",
    section: "HTML Living Standard §4, The elements of HTML",
    url: `${HTML}indices.html#elements-3`,
    mend: "Correct the element's name, or write < as &lt; if it is no tag; instead of an element of one's own, write what it shows.",
    check: forTags(({ name, namespace }) =>
      namespace !== "html" || isHtmlElement(name) || name === "?import" || SVG_ELEMENTS.has(name)
        ? []
        : [
            name.includes("-")
              ? `readers drop <${name}>, which no page defines for them`
              : `HTML has no element <${name}>`,
          ],
    ),
    fails: described("<boat-card>She left at dawn.</boat-card>"),
    passes: described("<p>She left at dawn.</p>"),
  },
];
