package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.github.logseqls.outline.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The file that the app would make for a page that has none yet, named as the graph names its files (format.md 4.4, 4.5).
 *
 * @param content the whole text: an empty block, and before it the title where the file's name cannot say it
 */
public record NewPage(PagePath path, String content) {

    /** The longest name of a file on the systems that the app runs on, in bytes. */
    private static final int LONGEST_NAME = 255;

    /**
     * The file for the page of a title; none where the page may be there already, or where no file of the graph can have that
     * name.
     */
    public static Optional<NewPage> of(Graph graph, String title) {
        if (!graph.isComplete() || graph.pages().exists(PageName.of(title))) {
            return Optional.empty();
        }
        GraphConfig config = graph.config();
        Optional<JournalDay> day = config.journals().parse(title);
        String folder = day.isPresent() ? config.journalsFolder() : config.pagesFolder();
        String body = day.isPresent()
                ? config.journalFileBody(day.get().date())
                : config.fileNameFormat().fileBody(title);
        boolean org = config.preferredSyntax() == Syntax.ORG;
        PagePath path = new PagePath(CharMatcher.is('/').trimFrom(folder) + "/" + body + (org ? ".org" : ".md"));
        return isFree(graph, path) ? Optional.of(new NewPage(path, content(path, title, config))) : Optional.empty();
    }

    private static boolean isFree(Graph graph, PagePath path) {
        return graph.facts(path).isEmpty()
                && !graph.config().isHidden(path)
                && CharMatcher.javaIsoControl().matchesNoneOf(path.path())
                && Splitter.on('/').splitToStream(path.path()).allMatch(NewPage::isNameOfFile);
    }

    /** Whether a file can have the name, and the app would read it. */
    private static boolean isNameOfFile(String name) {
        return !name.isBlank() && !name.startsWith(".") && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    private static String content(PagePath path, String title, GraphConfig config) {
        boolean named = PageTitle.ofFile(path, config).equals(PageName.withoutBoundarySlashes(title));
        if (config.preferredSyntax() == Syntax.ORG) {
            return named ? "* " : "#+title: " + title + "\n\n* ";
        }
        return named ? "- " : "title:: " + title + "\n\n- ";
    }
}
