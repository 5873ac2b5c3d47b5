/** The namespace of Apple’s tags for podcasts. */
export const ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}";
