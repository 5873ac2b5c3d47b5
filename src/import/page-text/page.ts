/** A page of news as plain text, taken apart. */
export interface NewsPage {
  title: string;
  url?: string;
  section?: string;
  /** As they stand: one may stand twice. */
  authors: string[];
  dateline?: string;
  agency?: string;
  /** RFC 3339. */
  published?: string;
  updated?: string;
  /** The newsroom's, in which a time without a zone is meant. */
  zone?: string;
  body: BodyPart[];
}

export interface BodyPart {
  as: "paragraph" | "subheading" | "list item";
  text: string;
}
