import type * as Library from "adaptivecards";

/** The card renderer, loaded as a script before the modules: it is no ES module a browser can import. */
declare const AdaptiveCards: typeof Library;

export const library = AdaptiveCards;
