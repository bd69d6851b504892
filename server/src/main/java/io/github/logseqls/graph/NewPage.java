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
        Optional<JournalDay> day = graph.config().journals().parse(title);
        String shown = day.map(JournalDay::title).orElse(title);
        if (!graph.isComplete() || title.isBlank() || graph.pages().exists(PageName.of(shown))) {
            return Optional.empty();
        }
        PagePath path = path(title, day, graph.config());
        return isFree(graph, path)
                ? Optional.of(new NewPage(path, content(path, shown, graph.config())))
                : Optional.empty();
    }

    /** The syntax that its name says. */
    public Syntax syntax() {
        return path.syntax().orElse(Syntax.MARKDOWN);
    }

    /** Where the app writes the page of a title, whether or not something is there. */
    public static PagePath path(String title, GraphConfig config) {
        return path(title, config.journals().parse(title), config);
    }

    private static PagePath path(String title, Optional<JournalDay> day, GraphConfig config) {
        String folder =
                day.isPresent() ? config.folders().journals() : config.folders().pages();
        String body = day.isPresent()
                ? config.journalFileBody(day.get().date())
                : config.fileNameFormat().fileBody(title);
        String extension = config.preferredSyntax() == Syntax.ORG ? ".org" : ".md";
        return new PagePath(CharMatcher.is('/').trimFrom(folder) + "/" + body + extension);
    }

    private static boolean isFree(Graph graph, PagePath path) {
        return graph.facts(path).isEmpty() && isPossible(path, graph.config());
    }

    /** Whether a file can have the path, and the app would read it. */
    public static boolean isPossible(PagePath path, GraphConfig config) {
        return !config.folders().isHidden(path)
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
