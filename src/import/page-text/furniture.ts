import type { Block } from "./blocks.ts";
import { isFullParagraph, wordCount } from "./line-shape.ts";

/** What stands on a page around a story: buttons, captions, and the lists of other stories. English, as far as words go. */

const BUTTON =
  /^(advert(isement)?|ad|share( this)?( (article|story|page))?|listen( to this (article|story))?|\d+[- ]min(ute)?s? read|save|print|e-?mail|skip to (main )?content|(open |close )?(menu|search)|sign in|log ?in|subscribe( now)?|follow( us)?|facebook|twitter|x|whatsapp|linkedin|copy link|getty images|play video|loading\W*|((last )?updated |published |posted )?\d+ (second|minute|hour|day|week|month)s? ago|breaking( news)?|exclusive|\d+ comments?)$/i;
const CAPTION =
  /^(image|photo|picture|photograph|file photo|image (source|caption|credit)|photo credit|credit|video|watch)s?\s*[:,]\s/i;
/** One other story, named in a line. */
const POINTER =
  /^((read|see|watch|listen|also|related)(\s+(more|also|next|read|to|story|stories|article|articles|coverage|on this))?|lesen sie (auch|mehr)|mehr( dazu| zum thema)?|[àa] lire( aussi)?|lire aussi|voir aussi|lea (tambi[ée]n|m[áa]s)|te puede interesar|leia (tamb[ée]m|mais)|veja tamb[ée]m|leggi anche|lees (ook|meer)|l[äa]s (ocks[åa]|mer)|les (ogs[åa]|mer)|czytaj (te[żz]|wi[ęe]cej)|zobacz te[żz]|читайте также|читать также)\s*[:|»→]\s*\S/iu;
/** How old a story is, below its headline in a list. */
const AGE = /^((last )?updated |published |posted )?\d+ (second|minute|hour|day|week|month)s? ago$/i;
/** A story's first words, cut off, or with the way to the rest. */
const TEASER = /(…|\.\.\.|\[…\])["'”’»)]?$|\b(read|learn|see) more\W*$|\bcontinue reading\W*$/i;
const END =
  /^(©|\(c\)\s*\d|copyright\b|all rights reserved|comments?( \(\d+\))?$|(leave|post|add) a (comment|reply)|join the (conversation|discussion))/i;
const LIST_OF_OTHERS =
  /^(you (may|might|could|will|'ll|’ll)( also)? (like|enjoy|be interested( in)?|want to read|have missed|love)|more (on|from|like|about|in|of|stories|news|coverage|headlines|to explore)\b.*|related( \w+| to this.*)?|recommended\b.*|read (more|next|also|on)|most (read|popular|viewed|shared|watched|commented|recent)\b.*|trending\b.*|latest( (news|stories|headlines|updates))?|top (stories|headlines|news)|(don['’]t|did you) miss( this)?|editor['’]?s['’]? (picks?|choice)|popular( (now|stories|posts|articles))?|in other news|other (stories|news)|further reading|see also|also (read|see|on this site)|(what to read|up) next|next (article|story|up)|previous (article|story)|elsewhere on .*|sponsored( content| links)?|promoted\b.*|around the web|from (our partners|around the web|the web)|topics|tags|filed under|explore( more)?\b.*|sign up\b.*|newsletters?( sign[- ]?up)?|get our newsletter.*|follow (us|.+) on .*|about the author|share this (article|story|page))\s*[:…]?$/i;

/** The same headings in the languages that newsrooms write beside English. */
const LIST_OF_OTHERS_ELSEWHERE =
  /^(lesen sie (auch|mehr)|mehr (zum thema|dazu|aus)\b.*|das k[öo]nnte sie auch interessieren|meistgelesen|(à|a) lire (aussi|[ée]galement)|lire aussi|sur le m[êe]me (sujet|th[èe]me)|les plus lus|te puede interesar|le puede interesar|tambi[ée]n te puede interesar|lea tambi[ée]n|m[áa]s (noticias|le[íi]das?)|noticias relacionadas|leia tamb[ée]m|veja tamb[ée]m|mais lidas|leggi anche|potrebbe interessarti( anche)?|i pi[ùu] letti|lees (ook|meer)|meest gelezen|l[äa]s (ocks[åa]|mer)|les (ogs[åa]|mer)|l[æa]s ogs[åa]|mest l[æe]ste|czytaj (te[żz]|wi[ęe]cej)|zobacz te[żz]|polecamy|читайте также|похожие новости|читайте також|اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة|بیشتر بخوانید|相关(新闻|阅读)|延伸阅读|関連記事|あわせて読みたい|관련 ?기사|많이 본 뉴스)\s*[:：…]?$/iu;
/** The way about a site, which stands above its stories. */
const WAY_ABOUT =
  /^(skip to (main )?content|(open |close )?(menu|search)|sign in|log ?in|subscribe( now)?|home( ?page)?|front page)$/i;

export const isButton = (text: string): boolean => BUTTON.test(text);
export const isCaption = (text: string): boolean => CAPTION.test(text) && wordCount(text) <= 40;
export const isPointer = (text: string): boolean => POINTER.test(text) && wordCount(text) <= 30;
export const isAge = (text: string): boolean => AGE.test(text);
export const isTeaser = (text: string): boolean => TEASER.test(text) && wordCount(text) <= 40;
export const isEnd = (text: string): boolean => END.test(text) && wordCount(text) <= 40;
export const isListOfOthers = (text: string): boolean =>
  wordCount(text) <= 10 &&
  [LIST_OF_OTHERS, LIST_OF_OTHERS_ELSEWHERE].some((list) => list.test(text)) &&
  !isPointer(text);
export const isWayAbout = (text: string): boolean => WAY_ABOUT.test(text);

/**
 * Where the page's tail begins, from the given block on: at what only ever ends a page, or at a list of other stories
 * with nothing behind it that reads on like a story.
 */
export function tailFrom(blocks: Block[], start: number): number {
  const lastOfStory = lastReadingOn(blocks);
  const found = blocks.findIndex(
    ({ text }, index) => index >= start && (isEnd(text) || (isListOfOthers(text) && index >= lastOfStory)),
  );
  return found < 0 ? blocks.length : found;
}

/** Words: no teaser has as many. */
const LONGER_THAN_TEASERS = 40;

/**
 * The last block that reads on: two paragraphs in a row, or one that is long or stands right below the heading of a list, for between
 * teasers stand headlines. -1 where there is none.
 */
const lastReadingOn = (blocks: Block[]): number =>
  blocks.findLastIndex((block, index) => {
    if (!isOfStory(block)) return false;
    const [previous, next] = [blocks[index - 1], blocks[index + 1]];
    return (
      wordCount(block.text) >= LONGER_THAN_TEASERS ||
      (previous !== undefined && isListOfOthers(previous.text)) ||
      (next !== undefined && isOfStory(next))
    );
  });

const isOfStory = (block: Block): boolean => isFullParagraph(block) && !isEnd(block.text);
