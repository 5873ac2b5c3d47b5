/** What a permalink may be made of. */
export interface PermalinkFacts {
  title: string;
  /** The field, where the file has one. */
  slug?: string;
  /** Of the file, without extension and date. */
  name: string;
  folders: string[];
  /** Hexo's `:title` has the folders below `_posts` in it (hexo.io/docs/permalinks). */
  isTitlePath?: boolean;
  categories: string[];
  collection?: string;
  /** In the site's own zone; absent: undated. */
  date?: Date;
  /** The file's other fields, for templates that name one. */
  fields: Record<string, unknown>;
}
