package io.github.logseqls.change;

import io.github.logseqls.graph.PagePath;

/** What happens to a file as a whole. */
public sealed interface FileStep {

    /**
     * A file that is not there is made.
     *
     * @param text all that it holds
     */
    record Created(PagePath path, String text) implements FileStep {}

    /** A file gets another name, under which there is none; what it holds is edited before. */
    record Moved(PagePath from, PagePath to) implements FileStep {}

    /** A file goes. */
    record Deleted(PagePath path) implements FileStep {}
}
