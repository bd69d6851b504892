package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The door to the content of files, for those who may not do IO themselves: open ones as the editor has them, closed ones
 * as they are on disk. A file that is gone or cannot be read is absent.
 */
public interface Pages {

    /** The outline of a Markdown or Org page. */
    Optional<Outline> outline(PagePath path);

    /** The text of any file of the graph. */
    Optional<Text> text(PagePath path);

    /** The editor's number for the content of an open file; empty for a closed one. */
    default OptionalInt version(PagePath path) {
        return OptionalInt.empty();
    }

    /**
     * When a closed file last changed, in milliseconds since 1970; empty for one that is open, and where that is not known or was so
     * lately that one cannot tell from it whether the file changed again.
     */
    default OptionalLong changed(PagePath path) {
        return OptionalLong.empty();
    }

    /** What {@code each} makes of each of many files, in their order; in several threads where there are any to spare. */
    default <T> ImmutableList<T> each(Collection<PagePath> paths, Function<PagePath, T> each) {
        return paths.stream().map(each).collect(ImmutableList.toImmutableList());
    }

    /** Whether there is a file or folder at a place in the graph, also where Logseq or this program passes over it. */
    boolean isThere(PagePath path);

    /** The address of a file, spelt as the editor spells it. */
    String uri(PagePath path);
}
