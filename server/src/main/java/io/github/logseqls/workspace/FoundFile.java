package io.github.logseqls.workspace;

import io.github.logseqls.graph.PagePath;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that was found on disk.
 *
 * @param changed when it was changed last, in milliseconds since 1970
 */
record FoundFile(PagePath path, long changed) {

    static FoundFile of(PagePath path, BasicFileAttributes attributes) {
        return new FoundFile(path, attributes.lastModifiedTime().toMillis());
    }
}
