package io.github.logseqls.fix;

/** What comes of a change that is to mend something. */
public enum Outcome {
    /** What it was made for is mended, nothing else is wrong that was not before, and all other references lead where they led. */
    MENDS,
    /** It would do harm, or no good: the page is too odd around it. */
    HARMS,
    /** A page is not what the graph knows of it: it changed on disk, and what was found there may be no more. */
    CHANGED_ON_DISK
}
