package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;

/**
 * Where the files of a graph lie by its settings, in folders below its root.
 *
 * @param pages the folder of new pages
 * @param journals the folder of new journals
 * @param whiteboards the folder that the app writes whiteboards to
 * @param hidden what the paths begin with that the app passes over
 */
public record GraphFolders(String pages, String journals, String whiteboards, ImmutableList<String> hidden) {

    private static final String WHITEBOARDS = "whiteboards";

    static GraphFolders of(Settings settings) {
        return new GraphFolders(
                settings.text("pages-directory").orElse("pages"),
                settings.text("journals-directory").orElse("journals"),
                settings.text("whiteboards-directory").orElse(WHITEBOARDS),
                settings.texts("hidden"));
    }

    /** Whether the app passes over the file: its path begins with one of the prefixes that the graph hides. */
    public boolean isHidden(PagePath path) {
        for (String prefix : hidden) {
            String fromRoot = prefix.startsWith("/") ? prefix : "/" + prefix;
            if (!prefix.isBlank() && ("/" + path.path()).startsWith(fromRoot)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file lies where journals do. */
    public boolean isInJournals(PagePath path) {
        String folder = CharMatcher.is('/').trimFrom(journals);
        return path.path().startsWith(folder) && path.path().startsWith("/", folder.length());
    }

    /**
     * Whether a file lies where whiteboards do. The app writes them to the folder of the settings, and reads those in the
     * folder that has its own name for it.
     */
    public boolean isWhiteboard(PagePath path) {
        String folder = CharMatcher.is('/').trimTrailingFrom(whiteboards);
        return path.path().startsWith(folder + "/") || path.path().startsWith(WHITEBOARDS + "/");
    }
}
