package io.github.logseqls.graph;

import java.time.LocalDate;

/**
 * The day of a journal page.
 *
 * @param title the page's title, in the graph's own format whichever way the day was written
 */
public record JournalDay(LocalDate date, String title) {

    /** The day as Logseq numbers it: 20240105. */
    public int number() {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
