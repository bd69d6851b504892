package io.github.logseqls.completion;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where and when somebody writes.
 *
 * @param index as far as it has been made
 * @param now the time where the user is
 * @param writesElsewhere whether an id can be written into another file than this
 * @param checkWanted throws when nobody waits for an answer any more
 */
public record Writing(
        Snapshot snapshot,
        SearchIndex index,
        Page page,
        int offset,
        LocalDateTime now,
        ListedIds ids,
        boolean writesElsewhere,
        Runnable checkWanted) {

    Graph graph() {
        return snapshot.graph();
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** The block that is written in; none in an empty page. */
    Optional<BlockAt> block() {
        return page.outline().blockAt(offset).stream()
                .mapToObj(index -> new BlockAt(page, index))
                .findFirst();
    }

    /** A page as it is now: this one as it is being written. */
    Optional<Page> page(io.github.logseqls.graph.PagePath path) {
        return path.equals(page.path()) ? Optional.of(page) : snapshot.page(path);
    }

    private Span line(int at) {
        Text text = page.outline().text();
        return text.line(text.lineOf(at));
    }

    /** What stands before a place in its line. */
    String before(int at) {
        return page.outline().text().slice(new Span(line(at).start(), at));
    }

    /** What stands behind a place in its line. */
    String behind(int at) {
        return page.outline().text().slice(new Span(at, Math.max(at, line(at).end())));
    }
}
