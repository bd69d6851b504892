package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Page;
import java.util.function.Supplier;

/**
 * One way to mend a finding.
 *
 * @param title what it does, and whose references lead where afterwards
 * @param isPreferred whether it is the one right answer
 * @param isSafe whether it may be made without asking: nothing that was written is lost, and no reference leads elsewhere; then
 *     it changes no other page
 * @param change what it changes, computed when it is wanted; the same each time
 */
public record Fix(String title, boolean isPreferred, boolean isSafe, Supplier<Change> change) {

    /** What comes of it, where it is to mend this finding of a page. */
    public Outcome tried(Given given, Page page, Finding finding) {
        return Trial.of(given, change.get(), ImmutableMap.of(page.path(), ImmutableList.of(finding)));
    }

    /** A fix that is right wherever it is offered. */
    static Fix safe(String title, Supplier<Change> change) {
        return new Fix(title, true, true, change);
    }

    /** The fix that is meant most likely. */
    static Fix preferred(String title, Supplier<Change> change) {
        return new Fix(title, true, false, change);
    }

    /** One of several, of which only the author knows which is meant. */
    static Fix possible(String title, Supplier<Change> change) {
        return new Fix(title, false, false, change);
    }
}
