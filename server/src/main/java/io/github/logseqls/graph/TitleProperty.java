package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the title that a page gives itself (format.md 2.3). Front matter and {@code #+key: value} lines count wherever they
 * stand; where there is any, nothing else does. A group of properties counts where the page begins with it, and takes the
 * directives right below it for its own, in any block.
 */
final class TitleProperty {

    private static final String KEY = "title";
    private static final CharMatcher SPACE = CharMatcher.anyOf(" \t\f\u001a");
    /** Between a group of properties and a directive that belongs to it. */
    private static final Pattern LINE_ENDS = Pattern.compile("[ \t\f\u001a]*[\r\n]+[ \t\f\u001a]*");

    private final Outline outline;
    private boolean hasDirectives;
    private String ofDirectives = "";
    private String ofProperties = "";

    private TitleProperty(Outline outline) {
        this.outline = outline;
    }

    static Optional<String> of(Outline outline) {
        TitleProperty title = new TitleProperty(outline);
        for (int index = 0; index < outline.size(); index++) {
            title.readBlock(index);
        }
        return Optional.of(title.hasDirectives ? title.ofDirectives : title.ofProperties)
                .filter(found -> !found.isBlank());
    }

    private void readBlock(int index) {
        Block block = outline.block(index);
        boolean first = true;
        boolean leads = false;
        int groupEnd = -1;
        for (Construct construct : block.constructs()) {
            Span span = outline.inPage(index, construct.span());
            switch (construct.kind()) {
                case PROPERTIES -> {
                    if (first && index == 0 && block.kind() == Block.Kind.PREAMBLE && isPageStart(span.start())) {
                        leads = true;
                        ofProperties = block.property(KEY).map(Property::value).orElse("");
                    }
                    groupEnd = span.end();
                }
                case DIRECTIVE -> {
                    String line = directive(span);
                    if (groupEnd >= 0 && isOneWord(line) && areLineEnds(groupEnd, span.start())) {
                        ofProperties = leads ? title(line).orElse(ofProperties) : ofProperties;
                        groupEnd = span.end();
                    } else {
                        hasDirectives = true;
                        ofDirectives = title(line).orElse(ofDirectives);
                        groupEnd = -1;
                    }
                }
                case FRONT_MATTER -> readFrontMatter(outline.text().slice(span));
                default -> groupEnd = -1;
            }
            first = false;
        }
    }

    /** A line of front matter without a key makes all of it mere text. */
    private void readFrontMatter(String text) {
        List<String> lines = Splitter.onPattern("\r?\n").splitToList(text.substring(0, text.length() - "---".length()));
        boolean ended = lines.get(lines.size() - 1).isEmpty();
        List<String> between = lines.subList(1, ended ? lines.size() - 1 : lines.size());
        if (!between.isEmpty() && between.stream().allMatch(line -> line.indexOf(':') > 0)) {
            hasDirectives = true;
            for (String line : between) {
                ofDirectives = title(line).orElse(ofDirectives);
            }
        }
    }

    /** The value in a {@code key: value}, where the key is the title's; with the spaces at its end. */
    private static Optional<String> title(String line) {
        int colon = line.indexOf(':');
        return line.substring(0, colon).equalsIgnoreCase(KEY)
                ? Optional.of(SPACE.trimLeadingFrom(line.substring(colon + 1)))
                : Optional.empty();
    }

    /** The line of a directive, from behind its {@code #+}. */
    private String directive(Span span) {
        int end = outline.text().line(outline.text().lineOf(span.start())).end();
        return outline.text().slice(new Span(span.start() + "#+".length(), end));
    }

    private static boolean isOneWord(String line) {
        return SPACE.indexIn(line.substring(0, line.indexOf(':'))) < 0;
    }

    private boolean isPageStart(int offset) {
        return SPACE.matchesAllOf(outline.text().slice(new Span(0, offset)));
    }

    private boolean areLineEnds(int from, int to) {
        return LINE_ENDS.matcher(outline.text().slice(new Span(from, to))).matches();
    }
}
