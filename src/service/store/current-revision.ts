/** SQL, after a JOIN: an article's current revision `r`, to the article's row `a`. */
export const CURRENT_REVISION = "revision r ON r.article_id = a.id AND r.revision = a.revision";
