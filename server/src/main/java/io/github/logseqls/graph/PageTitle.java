package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;
import java.util.List;

/** The name by which a page is shown (format.md 4.4). */
final class PageTitle {

    /** The page of the app's own sidebar, whatever its file says. */
    private static final String CONTENTS = "pages/contents.";

    private PageTitle() {}

    /**
     * The title that the page gives itself, or else its file's name says; for a day, in the graph's own format. Logseq takes
     * a blank title for one; a page is better shown by its file's name then.
     */
    static String of(PagePath path, Outline outline, GraphConfig config) {
        return of(path, outline, Directives.of(outline), config);
    }

    /** As {@link #of(PagePath, Outline, GraphConfig)}, for a page whose directives are known. */
    static String of(PagePath path, Outline outline, List<WrittenProperty> directives, GraphConfig config) {
        String written = written(path, outline, directives, config);
        return written.isBlank() ? ofFile(path, config) : shown(written, config);
    }

    /** The title as it is written there: slashes at its ends are kept, and a day in whichever format. */
    static String written(PagePath path, Outline outline, List<WrittenProperty> directives, GraphConfig config) {
        if (path.path().startsWith(CONTENTS)) {
            return "Contents";
        }
        return TitleProperty.of(outline, directives)
                .orElseGet(() -> config.fileNameFormat().title(path.baseName()));
    }

    static String ofFile(PagePath path, GraphConfig config) {
        return shown(config.fileNameFormat().title(path.baseName()), config);
    }

    private static String shown(String written, GraphConfig config) {
        String title = PageName.withoutBoundarySlashes(written);
        return config.journals().parse(title).map(JournalDay::title).orElse(title);
    }
}
