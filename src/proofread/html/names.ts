/*
 * The names of elements, in lower case (HTML Living Standard §4 and §16.2, SVG 2, MathML Core), by what readers make of them.
 */

/** Of a list with white space between them. */
export const nameSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Elements that readers show, or whose content they show. */
const SHOWN = nameSet(`
  a abbr acronym address area article aside audio b bdi bdo big blockquote br canvas caption center cite code col colgroup
  data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr
  i img ins kbd label legend li m main map mark menu menuitem meter nav nobr noscript ol optgroup option output p picture pre progress q
  rb rp rt rtc ruby s samp search section select slot small source span strike strong sub summary sup
  table tbody td template tfoot th thead time tr track tt u ul var video wbr
  button datalist input keygen textarea marquee multicol nextid spacer image`);

/** What a whole page has around its parts. */
export const PAGE_ELEMENTS = nameSet("html head body");

/** Elements that run, fetch or restyle: whoever shows them lets a feed do what it likes in a reader (RFC 4287 §8.1). */
export const UNSAFE_ELEMENTS = nameSet(`
  script style link meta base basefont title iframe frame frameset noframes noembed embed object applet param
  bgsound blink comment isindex listing plaintext xmp`);

/** Elements that are in order, and that readers leave out: nobody can fill in a form in a feed. */
export const DROPPED_ELEMENTS = nameSet("form input button select textarea datalist keygen svg math");

/** Whether HTML has, or had, an element of this name. */
export const isHtmlElement = (name: string): boolean =>
  SHOWN.has(name) || PAGE_ELEMENTS.has(name) || UNSAFE_ELEMENTS.has(name) || name === "svg" || name === "math";

/** Elements of SVG that draw, and neither run nor fetch. */
export const SVG_ELEMENTS = nameSet(`
  a animate animatecolor animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix
  fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood
  fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode femorphology feoffset fepointlight fespecularlighting
  fespotlight fetile feturbulence filter font-face font-face-name font-face-src g glyph hkern line lineargradient marker mask
  metadata missing-glyph mpath path pattern polygon polyline radialgradient rect set stop svg switch symbol text textpath
  title tspan use view`);

export const MATH_ELEMENTS = nameSet(`
  annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr
  mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext
  mtr munder munderover none semantics`);

/** Attributes of HTML that hold an address for readers. */
export const URL_ATTRIBUTES = nameSet("href src cite poster");

/** All that hold an address, in SVG, too, and those that only who runs scripts would follow. */
export const ADDRESS_ATTRIBUTES = nameSet("href src cite poster action formaction background data xlink:href");

/** Attributes of MathML 3 and of MathML Core, beside those that start with `data-` or `aria-`. */
export const MATH_ATTRIBUTES = nameSet(`
  accent accentunder actiontype align alignmentscope altimg altimg-height altimg-valign altimg-width alttext bevelled charalign
  charspacing class close columnalign columnlines columnspacing columnspan columnwidth crossout decimalpoint denomalign depth
  dir display displaystyle edge encoding equalcolumns equalrows fence fontfamily fontsize fontstyle fontweight form frame
  framespacing groupalign height href id indentalign indentalignfirst indentalignlast indentshift indentshiftfirst
  indentshiftlast indenttarget infixlinebreakstyle intent arg largeop length lang linebreak linebreakmultchar linebreakstyle
  lineleading linethickness location longdivstyle lquote lspace mathbackground mathcolor mathsize mathvariant maxsize
  maxwidth mediummathspace minlabelspacing minsize movablelimits name notation numalign open other overflow position rowalign
  rowlines rowspacing rowspan rquote rspace scriptlevel scriptminsize scriptsizemultiplier selection separator separators
  shift side src stackalign stretchy style subscriptshift superscriptshift symmetric tabindex title valign voffset width xref`);

/** Attributes of SVG that draw, beside those that start with `data-` or `aria-`. */
export const SVG_ATTRIBUTES = nameSet(`
  accent-height accumulate additive alignment-baseline alphabetic amplitude arabic-form ascent attributename attributetype
  azimuth basefrequency baseline-shift baseprofile bbox begin bias by calcmode cap-height class clip clip-path clip-rule
  clippathunits color color-interpolation color-interpolation-filters color-rendering content contentscripttype
  contentstyletype crossorigin cursor cx cy d descent diffuseconstant direction display divisor dominant-baseline dur dx dy
  edgemode elevation enable-background end exponent fill fill-opacity fill-rule filter filterres filterunits flood-color
  flood-opacity focusable font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy
  g1 g2 glyph-name gradienttransform gradientunits hanging height horiz-adv-x horiz-origin-x href hreflang id ideographic
  image-rendering in in2 intercept k k1 k2 k3 k4 kernelmatrix kernelunitlength kerning keypoints keysplines keytimes lang
  lengthadjust letter-spacing lighting-color limitingconeangle local marker marker-end marker-mid marker-start markerheight
  markerunits markerwidth mask mask-type maskcontentunits maskunits mathematical max media method min mode name numoctaves
  offset opacity operator order orient orientation origin overflow overline-position overline-thickness paint-order panose-1
  path pathlength patterncontentunits patterntransform patternunits pointer-events points pointsatx pointsaty pointsatz
  preservealpha preserveaspectratio primitiveunits r radius refx refy rel rendering-intent repeatcount repeatdur
  requiredextensions requiredfeatures restart result role rotate rx ry scale seed shape-rendering side slope spacing
  specularconstant specularexponent startoffset stddeviation stemh stemv stitchtiles stop-color stop-opacity
  strikethrough-position strikethrough-thickness stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width style surfacescale systemlanguage tabindex tablevalues target targetx targety
  text-anchor text-decoration text-rendering textlength title to transform transform-origin type u1 u2 underline-position
  underline-thickness unicode unicode-bidi unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values
  vector-effect version viewbox visibility width widths word-spacing writing-mode x x-height x1 x2 xchannelselector y y1 y2
  ychannelselector z zoomandpan`);
