/** RSS 2.0.11, which the RSS Advisory Board keeps. */
export const RSS_SPEC = "https://www.rssboard.org/rss-specification";
/** What the same board found out about readers. */
const PROFILE = "https://www.rssboard.org/rss-profile";

/** Where an element of RSS 2.0 has a section of its own. */
export const specified = (element: string, parent: "channel" | "item") => ({
  section: `RSS 2.0.11, <${element}> sub-element of <${parent}>`,
  url: `${RSS_SPEC}#lt${element.toLowerCase()}gtSubelementOfLt${parent}gt`,
});
export const REQUIRED_ELEMENTS = {
  section: "RSS 2.0.11, Required channel elements",
  url: `${RSS_SPEC}#requiredChannelElements`,
};
export const OPTIONAL_ELEMENTS = {
  section: "RSS 2.0.11, Optional channel elements",
  url: `${RSS_SPEC}#optionalChannelElements`,
};
export const ITEM_ELEMENTS = { section: "RSS 2.0.11, Elements of <item>", url: `${RSS_SPEC}#hrelementsOfLtitemgt` };
export const WHAT_IS_RSS = { section: "RSS 2.0.11, What is RSS?", url: `${RSS_SPEC}#whatIsRss` };
export const EXTENDING = { section: "RSS 2.0.11, Extending RSS", url: `${RSS_SPEC}#extendingRss` };
export const SKIPS = {
  section: "RSS 2.0.11, skipHours and skipDays",
  url: "https://www.rssboard.org/skip-hours-days",
};

/** A section of the RSS Best Practices Profile, by its anchor. */
export const bestPractice = (anchor: string) => ({
  section: `RSS Best Practices Profile, ${anchor}`,
  url: `${PROFILE}#${anchor}`,
});
