package io.github.logseqls.search;

/**
 * What makes one hit better than another, in one number: first how well it fits, then how near it is where that counts, whether it is in no journal, whether it is
 * a page, how often it is referred to, and when its file last changed.
 */
final class Rank {

    private static final int TIME_BITS = 34;
    private static final int REFERENCE_BITS = 5;
    private static final int NEARNESS_BITS = 2;
    private static final long LATEST = (1L << TIME_BITS) - 1;

    private Rank() {}

    static long ofBlock(Fit fit, int nearness, SearchedPage page) {
        return rank(fit, nearness, page, 0, 0);
    }

    /** Of a page by one of its names; how often that is referred to counts by its magnitude. */
    static long ofPage(Fit fit, SearchedPage page, int references) {
        return rank(fit, 0, page, 1, Integer.SIZE - Integer.numberOfLeadingZeros(references));
    }

    /** What of a rank says how well something fits and how near it is. */
    static long match(long rank) {
        return rank >> TIME_BITS + REFERENCE_BITS + 2;
    }

    private static long rank(Fit fit, int nearness, SearchedPage page, int isPage, int references) {
        long rank = fit.weight();
        rank = rank << NEARNESS_BITS | Math.min(nearness, (1 << NEARNESS_BITS) - 1);
        rank = rank << 1 | (page.isJournal() ? 0 : 1);
        rank = rank << 1 | isPage;
        rank = rank << REFERENCE_BITS | Math.min(references, (1 << REFERENCE_BITS) - 1);
        return rank << TIME_BITS | Math.max(0, Math.min(LATEST, page.changed() / 1000));
    }
}
