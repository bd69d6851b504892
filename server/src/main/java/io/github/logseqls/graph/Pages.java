package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** Whether there is a file or folder at a place in the graph, also where Logseq or this program passes over it. */
    boolean isThere(PagePath path);

    /** The address of a file, spelt as the editor spells it. */
    String uri(PagePath path);
}
