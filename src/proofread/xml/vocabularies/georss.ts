import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { firstChild } from "../element.ts";
import { documentOf } from "../examples.ts";
import {
  BOX,
  CIRCLE,
  GML_LINE,
  GML_POSITION,
  LATITUDE,
  LINE,
  LONGITUDE,
  NO_COMMA,
  POLYGON,
  POSITION,
} from "../forms/coordinates.ts";
import type { Form } from "../forms/form.ts";
import { DECIMAL, INTEGER } from "../forms/numbers.ts";
import type { XmlRule } from "../rule.ts";

const FORMATS = ["rss", "rdf", "atom", "entry"] as const;
const GEORSS_NAMESPACE = "{http://www.georss.org/georss}";
const GEO_NAMESPACE = "{http://www.w3.org/2003/01/geo/wgs84_pos#}";

const simple = (local: string, text: readonly Form[] | undefined, example: string): ElementDeclaration => ({
  in: ["entry", "feed", "source"],
  ...(text && { text }),
  example: `<georss:${local}>${example}</georss:${local}>`,
});

/** Where on earth it happened. */
export const GEORSS: Vocabulary = {
  prefix: "georss",
  namespace: GEORSS_NAMESPACE,
  title: "GeoRSS",
  url: "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
  formats: FORMATS,
  mistaken: ["{http://www.georss.org/georss/10}", "{http://www.georss.org/georss/}"],
  elements: {
    point: simple("point", [POSITION, NO_COMMA], "54.15 -4.48"),
    line: simple("line", [LINE, NO_COMMA], "54.1 -4.5 54.2 -4.4"),
    polygon: simple("polygon", [POLYGON, NO_COMMA], "54.1 -4.5 54.2 -4.4 54.1 -4.4 54.1 -4.5"),
    box: simple("box", [BOX, NO_COMMA], "54.1 -4.5 54.2 -4.4"),
    circle: simple("circle", [CIRCLE, NO_COMMA], "54.15 -4.48 500"),
    where: { in: ["entry", "feed", "source"], example: "<georss:where></georss:where>" },
    featureTypeTag: simple("featureTypeTag", undefined, "harbour"),
    relationshipTag: simple("relationshipTag", undefined, "is-centered-at"),
    featureName: simple("featureName", undefined, "Castletown"),
    // The Open Geospatial Consortium writes them in lower case.
    featuretypetag: simple("featuretypetag", undefined, "harbour"),
    relationshiptag: simple("relationshiptag", undefined, "is-centered-at"),
    featurename: simple("featurename", undefined, "Castletown"),
    elev: simple("elev", [DECIMAL], "313"),
    floor: simple("floor", [INTEGER], "2"),
    radius: simple("radius", [DECIMAL], "500"),
  },
};

/** GML has more shapes than these, which GeoRSS takes in `georss:where`. */
export const GML: Vocabulary = {
  prefix: "gml",
  namespace: "{http://www.opengis.net/gml}",
  title: "GeoRSS, GML serialization",
  url: "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
  formats: FORMATS,
  open: true,
  elements: {
    pos: shape("pos", [GML_POSITION, NO_COMMA], "54.15 -4.48"),
    posList: shape("posList", [GML_LINE, NO_COMMA], "54.1 -4.5 54.2 -4.4"),
    lowerCorner: shape("lowerCorner", [GML_POSITION, NO_COMMA], "54.1 -4.5"),
    upperCorner: shape("upperCorner", [GML_POSITION, NO_COMMA], "54.2 -4.4"),
  },
};

function shape(local: string, text: readonly Form[], example: string): ElementDeclaration {
  const places = ["entry", "Envelope", "LinearRing", "LineString", "Point"];
  return { in: places, text, example: `<gml:${local}>${example}</gml:${local}>` };
}

const geo = (lines: string) => documentOf("rss", { entry: lines, namespaces: { geo: GEO_NAMESPACE } });

/** W3C's vocabulary of latitudes and longitudes. */
export const GEO: Vocabulary = {
  prefix: "geo",
  namespace: GEO_NAMESPACE,
  title: "Basic Geo (WGS84 lat/long) Vocabulary",
  url: "https://www.w3.org/2003/01/geo/",
  formats: FORMATS,
  open: true,
  elements: {
    lat: { in: ["entry", "feed", "Point"], text: [LATITUDE], example: "<geo:lat>54.15</geo:lat>" },
    long: { in: ["entry", "feed", "Point"], text: [LONGITUDE], example: "<geo:long>-4.48</geo:long>" },
    alt: { in: ["entry", "feed", "Point"], text: [DECIMAL], example: "<geo:alt>12</geo:alt>" },
    Point: {
      in: ["entry", "feed"],
      example: "<geo:Point><geo:lat>54.15</geo:lat><geo:long>-4.48</geo:long></geo:Point>",
    },
  },
  rules: ["lat", "long"].map(
    (local): XmlRule => ({
      name: `geo/Point-${local}-required`,
      severity: "error",
      formats: FORMATS,
      element: "<geo:Point>",
      says: `A point has a geo:${local}`,
      section: "Basic Geo (WGS84 lat/long) Vocabulary, Overview",
      url: "https://www.w3.org/2003/01/geo/",
      mend: "Add both geo:lat and geo:long.",
      on: { names: [`${GEO_NAMESPACE}Point`] },
      check: (point) => (firstChild(point, GEO_NAMESPACE + local) ? undefined : `the point has no geo:${local}`),
      fails: geo("<geo:Point/>"),
      passes: geo("<geo:Point><geo:lat>54.15</geo:lat><geo:long>-4.48</geo:long></geo:Point>"),
    }),
  ),
};
