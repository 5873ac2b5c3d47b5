/** The public identifier of the DTD of RSS 0.91, which Netscape wrote. */
export const NETSCAPE_DTD = "-//Netscape Communications//DTD RSS 0.91//EN";

/** Whether a document type declaration is that of RSS 0.91. */
export const isNetscapes = (doctype: string): boolean => doctype.includes(NETSCAPE_DTD);

/** Entities that this DTD declares: ISO Latin 1, from U+00A0 on. */
export const LATIN_1: Record<string, string> = Object.fromEntries(
  (
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
    "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute " +
    "Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml " +
    "Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml " +
    "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
  )
    .split(" ")
    .map((name, index) => [name, String.fromCodePoint(0xa0 + index)]),
);
