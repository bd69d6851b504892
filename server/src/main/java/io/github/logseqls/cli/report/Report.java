package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;

/** Writes what was found, as it is found. */
public interface Report {

    /** What was found in one file, in the order of its text. */
    void add(ImmutableList<ReportedFinding> findings);

    /** Ends the report; no more is added. */
    void end(Totals totals);

    /** How much was found in how much. */
    record Totals(long errors, long warnings, long pages) {}
}
