package io.github.logseqls.workspace;

import com.google.common.base.Splitter;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import java.util.List;
import java.util.Locale;

/** What a file's place and name say about it (format.md 7). */
final class GraphFile {

    private static final List<String> IGNORED = List.of(
            "logseq/bak",
            "logseq/.recycle",
            "logseq/version-files",
            "logseq/graphs-txid.edn",
            "logseq/pages-metadata.edn");

    private GraphFile() {}

    /** Whether the file holds ids without being a page: a whiteboard, or the highlights of a PDF. */
    static boolean isData(PagePath path, GraphConfig config) {
        return path.path().toLowerCase(Locale.ROOT).endsWith(".edn")
                && (config.folders().isWhiteboard(path) || path.path().startsWith("assets/"));
    }

    static boolean isRead(PagePath path, GraphConfig config) {
        return !isIgnored(path) && (path.syntax().isPresent() || isData(path, config));
    }

    /** Whether a file that is not read counts by its name: links may lead to it. The app's own files they do not. */
    static boolean isLinked(PagePath path, GraphConfig config) {
        return !isIgnored(path) && !isRead(path, config) && !path.path().startsWith("logseq/");
    }

    /** Whether Logseq passes over a file or folder: backups, dot files, {@code node_modules}. */
    static boolean isIgnored(PagePath path) {
        for (String part : Splitter.on('/').split(path.path())) {
            if (part.startsWith(".")) {
                return true;
            }
        }
        // Logseq passes over node_modules below the root's own folders only.
        return (path.path() + "/").contains("/node_modules/")
                || IGNORED.stream().anyMatch(path.path()::startsWith);
    }
}
