package io.github.logseqls.check;

import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Links to files and pages of the graph that are not there. What leads out of the graph is never looked at, nor what does not
 * look like the path of a file: {@code [x](example.com)} is meant for the web.
 */
final class LinkChecks {

    private static final PagePath ASSETS = new PagePath("assets");
    /** A file of a page; {@code x.org} alone is an address of the web as well. */
    private static final Pattern PAGE_FILE =
            Pattern.compile("(?is)[^@]+\\.(?:md|markdown)|(?:file:|[^@/]*/)[^@]+\\.org");

    private static final Pattern FROM_HERE = Pattern.compile("(?s)(?:file:)?\\.{1,2}/.+\\.[A-Za-z0-9]{1,10}");
    /** Where in an address a place inside the file begins. */
    private static final Pattern ANCHOR = Pattern.compile("(?s)[#?].*");

    private static final int LONGEST_NAME = 60;

    private final Examined page;

    LinkChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol, CheckSettings settings) {
        if (symbol instanceof Symbol.PageUse use) {
            return Code.MISSING_PAGE.isWanted(settings) && isMissing(graph, use.page());
        }
        return symbol instanceof Symbol.FileUse use && graph.facts(use.file()).isEmpty();
    }

    void look(List<Mention> mentions) {
        if (page.graph().extent() == Graph.Extent.COMPLETE) {
            Set<Span> leading = new HashSet<>();
            mentions.stream().filter(this::isPageThere).forEach(mention -> leading.add(mention.span()));
            mentions.forEach(mention -> look(mention, leading));
        }
    }

    /** Where a link to a page's file has the page's name for a label, Logseq goes by that. */
    private boolean isPageThere(Mention mention) {
        return mention.form() == Mention.Form.PAGE_REF
                && mention.target() instanceof Target.OfPage of
                && page.graph().pages().exists(of.name());
    }

    private void look(Mention mention, Set<Span> leading) {
        if (mention.target() instanceof Target.OfFile file && mention.form() == Mention.Form.FILE) {
            if (!leading.contains(mention.span())) {
                lookAtFile(mention, file.path());
            }
        } else if (mention.target() instanceof Target.OfPage of && page.wants(Code.MISSING_PAGE)) {
            lookAtPage(mention, of);
        }
    }

    private void lookAtFile(Mention mention, PagePath path) {
        if (isKnown(path)) {
            return;
        }
        if (path.path().startsWith("assets/")) {
            // A graph that came without any assets has them elsewhere.
            if (page.snapshot().pages().isThere(ASSETS) && !isThere(path)) {
                page.report(
                        Code.BROKEN_ASSET,
                        mention.nameSpan(),
                        "There is no file %s in this graph, so Logseq has nothing to show here. Put the file back, or mend the link."
                                .formatted(Places.shorten(path.path(), LONGEST_NAME)));
            }
            return;
        }
        String address = page.outline().text().slice(mention.nameSpan());
        boolean isPage = PAGE_FILE.matcher(address).matches();
        boolean isPath = FROM_HERE.matcher(address).matches();
        if ((isPage || isPath) && !isThere(path)) {
            page.report(
                    Code.BROKEN_FILE_LINK,
                    mention.nameSpan(),
                    "There is no file %s in this graph, so this link leads nowhere. Mend its path, or %s."
                            .formatted(
                                    Places.shorten(path.path(), LONGEST_NAME),
                                    isPage ? "link to the page by [[ ]]" : "put the file back"));
        }
    }

    private boolean isKnown(PagePath path) {
        return page.graph().facts(path).isPresent();
    }

    /** Whether the disk has what the graph does not know: hidden files, those behind symbolic links, graphs inside. */
    private boolean isThere(PagePath path) {
        PagePath file = new PagePath(ANCHOR.matcher(path.path()).replaceFirst(""));
        return isKnown(file)
                || page.snapshot().pages().isThere(path)
                || page.snapshot().pages().isThere(file);
    }

    private void lookAtPage(Mention mention, Target.OfPage of) {
        boolean refers = switch (mention.form()) {
            case PAGE_REF, EMBED, TAG -> true;
            default -> false;
        };
        if (refers && isMissing(page.graph(), of.name())) {
            page.report(
                    Code.MISSING_PAGE,
                    mention.span(),
                    "The page \"%s\" has no file: Logseq shows it without text, and makes a file once something is written there."
                            .formatted(Places.shorten(of.title(), LONGEST_NAME)));
        }
    }

    /** A day needs no file: Logseq has a journal for each. */
    private static boolean isMissing(Graph graph, PageName name) {
        return !graph.pages().exists(name)
                && BlockId.parse(name.toString()).isEmpty()
                && graph.config().journals().parse(name.toString()).isEmpty();
    }
}
