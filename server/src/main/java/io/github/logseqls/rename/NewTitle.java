package io.github.logseqls.rename;

import com.google.common.base.CharMatcher;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/** Reads what somebody wants to call a page. */
final class NewTitle {

    private NewTitle() {}

    /** The title that is meant, for a page of the title {@code before}. */
    static String of(String before, String wanted, GraphConfig config) {
        String title = named(wanted);
        Optional<JournalDay> dayBefore = config.journals().parse(before);
        Optional<JournalDay> day = config.journals().parse(title);
        if (dayBefore.isPresent() && day.isEmpty()) {
            throw new Refusal("A journal is named by its date: it can only become that of another day, such as “%s”."
                    .formatted(config.journals()
                            .day(dayBefore.get().date().plusDays(1))
                            .title()));
        }
        if (dayBefore.isEmpty() && day.isPresent()) {
            throw new Refusal(
                    "“%s” is the name of a journal: Logseq would take the page for that day.".formatted(title));
        }
        return day.map(JournalDay::title).orElse(title);
    }

    private static String named(String wanted) {
        String title = CharMatcher.is('/').trimFrom(wanted.strip()).strip();
        if (title.isEmpty()) {
            throw new Refusal("A page needs a name.");
        }
        if (title.contains("[[") || title.contains("]]")) {
            throw new Refusal("The name of a page cannot hold “[[” or “]]”: nothing could refer to it.");
        }
        if (CharMatcher.javaIsoControl().matchesAnyOf(title)) {
            throw new Refusal("The name of a page has one line, and no characters that cannot be seen.");
        }
        if (BlockId.parse(title).isPresent()) {
            throw new Refusal("Logseq would take this for the id of a block.");
        }
        return title;
    }
}
