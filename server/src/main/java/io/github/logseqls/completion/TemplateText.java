package io.github.logseqls.completion;

import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What inserting a template brings (format.md 2.5): its blocks without what makes them a template, with its variables filled in. */
final class TemplateText {

    private static final Pattern VARIABLE = Pattern.compile("<%([^%\\r\\n]{1,100})%>");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<String> DROPPED = Set.of("template", "template-including-parent", "id");

    private final Outline outline;
    private final Writing writing;
    private final String lineEnd;
    private final boolean isOrg;

    private TemplateText(Outline outline, Writing writing) {
        this.outline = outline;
        this.writing = writing;
        this.lineEnd = LineEnds.of(writing.page().outline().text());
        this.isOrg = writing.page().outline().syntax() == Syntax.ORG;
    }

    /** The text, of which the first block stands where one writes; empty where the template is of the other syntax. */
    static String of(BlockAt template, Writing writing) {
        return template.outline().syntax() == writing.page().outline().syntax()
                ? new TemplateText(template.outline(), writing).all(template)
                : "";
    }

    private String all(BlockAt template) {
        boolean isWhole = template.block()
                .property("template-including-parent")
                .filter(property -> property.value().equals("false"))
                .isEmpty();
        int from = isWhole ? template.index() : template.index() + 1;
        int end = outline.subtreeEnd(template.index());
        StringBuilder text = new StringBuilder();
        for (int index = from; index < end; index++) {
            int deeper = outline.level(index) - outline.level(from);
            if (index > from) {
                text.append(lineEnd).append(bullet(deeper));
            }
            text.append(String.join(lineEnd + below(deeper), lines(index)));
        }
        return filledIn(text.toString());
    }

    private String bullet(int deeper) {
        return isOrg ? "*".repeat(level() + deeper) + " " : indentation(deeper) + "- ";
    }

    private String below(int deeper) {
        return isOrg ? "" : indentation(deeper) + "  ";
    }

    private String indentation(int deeper) {
        String own = writing.block()
                .map(block -> io.github.logseqls.change.Indent.of(block))
                .map(indent -> indent.substring(0, Math.max(0, indent.length() - 2)))
                .orElse("");
        return own + writing.page().config().bulletIndentation().repeat(Math.max(0, deeper));
    }

    private int level() {
        return writing.block()
                .map(block -> block.outline().level(block.index()))
                .orElse(1);
    }

    /** The lines of a block without bullet and indentation. */
    private List<String> lines(int index) {
        Block block = outline.block(index);
        int start = outline.start(index) + block.contentStart();
        String text =
                outline.text().slice(new Span(start, outline.span(index).end())).stripTrailing();
        Set<String> dropped = Set.copyOf(block.properties().stream()
                .filter(property -> DROPPED.contains(property.key().name()))
                .map(property -> lineOf(index, property))
                .toList());
        int most = outline.inPage(index, new Span(0, block.contentStart())).length();
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            String bare = lines.isEmpty() && text.startsWith(line) ? line : unindented(line, most);
            if (!dropped.contains(bare.strip())) {
                lines.add(bare);
            }
        }
        lines.removeIf(line -> isOrg
                && isEmptyDrawer(lines)
                && (line.strip().equals(":PROPERTIES:") || line.strip().equals(":END:")));
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static boolean isEmptyDrawer(List<String> lines) {
        int open = lines.indexOf(":PROPERTIES:");
        return open >= 0
                && open + 1 < lines.size()
                && lines.get(open + 1).strip().equals(":END:");
    }

    private String lineOf(int index, Property property) {
        Span line = outline.text()
                .line(outline.text()
                        .lineOf(outline.inPage(index, property.keySpan()).start()));
        int from = Math.max(
                line.start(), outline.start(index) + outline.block(index).contentStart());
        return outline.text()
                .slice(new Span(Math.min(from, line.end()), line.end()))
                .strip();
    }

    /** Takes so much white space off a line, and no more. */
    private static String unindented(String line, int most) {
        int at = 0;
        while (at < line.length() && at < most && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return line.substring(at);
    }

    private String filledIn(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String name = found.group(1).strip().toLowerCase(Locale.ROOT);
        if (name.equals("time")) {
            return TIME.format(writing.now());
        }
        if (name.equals("current page")) {
            return "[[" + writing.page().title() + "]]";
        }
        return NaturalDates.day(name, writing.today())
                .map(day -> "[[" + writing.page().config().journals().day(day).title() + "]]")
                .orElse(found.group());
    }
}
