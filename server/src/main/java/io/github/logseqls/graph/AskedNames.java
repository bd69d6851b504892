package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.AskedName.Form;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names in the arguments of macros such as {@code {{query}}}, and in {@code #+BEGIN_QUERY}. */
public final class AskedNames {

    private static final String ONE = "(?:\"([^\"\r\n]+)\"|([^\\s()\\[\\]{}\"#:?][^\\s()\\[\\]{}\"#]*))";
    private static final Pattern PAGE = Pattern.compile("\\((?:page|namespace)\\s+" + ONE);
    private static final Pattern TAGS = Pattern.compile("\\((?:page-)?tags\\s+([^()]*)\\)");
    private static final Pattern EACH = Pattern.compile("#?\\[\\[.*?\\]\\]|(?<![^\\s,])" + ONE);
    /** A variable stands before the key in advanced questions, and a colon in both. */
    private static final Pattern KEY = Pattern.compile(
            "\\((?:page-)?property\\s+(?:\\?[^\\s()]+\\s+)?:?(?:\"([^\"\r\n]+)\"|([^\\s()\\[\\]{}\"#:?]+))" + "(?:\\s+"
                    + ONE + ")?");
    /** Macros whose argument is the name of a page where it begins with none of {@link #MARKS}. */
    private static final ImmutableSet<String> OF_PAGES = ImmutableSet.of("namespace", "cards");

    private static final CharMatcher MARKS = CharMatcher.anyOf("([#\"");
    private static final CharMatcher BRACKETS = CharMatcher.anyOf("()[]{}\"");

    private static final Pattern STORED = Pattern.compile(":block/name\\s+\"([^\"\r\n]+)\"");
    private static final Pattern ORIGINAL = Pattern.compile(":block/original-name\\s+\"([^\"\r\n]+)\"");

    private final Outline outline;
    private final GraphConfig config;
    private final List<AskedName> found = new ArrayList<>();
    private final List<AskedName> values = new ArrayList<>();

    private AskedNames(Outline outline, GraphConfig config) {
        this.outline = outline;
        this.config = config;
    }

    /** All names of that kind in a page. */
    public static ImmutableList<AskedName> of(Page page) {
        return ImmutableList.copyOf(in(page).found);
    }

    /** Those in one block. */
    public static ImmutableList<AskedName> of(Page page, int block) {
        return of(page.outline(), block, page.outline().inlines(block), page.config());
    }

    /** The plain values that questions in a page ask for, each with the key of its property. */
    public static ImmutableList<AskedName> values(Page page) {
        return ImmutableList.copyOf(in(page).values);
    }

    private static AskedNames in(Page page) {
        AskedNames names = new AskedNames(page.outline(), page.config());
        for (int block = 0; block < page.outline().size(); block++) {
            names.addBlock(block, page.outline().inlines(block));
        }
        return names;
    }

    /** Those of one block, of which the macros are known; they are in the page. */
    static ImmutableList<AskedName> of(Outline outline, int block, List<Inline> inlines, GraphConfig config) {
        boolean isPlain = outline.block(block).constructs().isEmpty()
                && hasNoTable(outline.block(block).properties())
                && inlines.stream().noneMatch(Macro.class::isInstance);
        if (isPlain) {
            return ImmutableList.of();
        }
        AskedNames names = new AskedNames(outline, config);
        names.addBlock(block, inlines);
        return ImmutableList.copyOf(names.found);
    }

    /** Most blocks have no properties: nothing is made to ask none. */
    private static boolean hasNoTable(List<Property> properties) {
        return properties.isEmpty() || properties.stream().noneMatch(AskedColumns::isOfTable);
    }

    private void addBlock(int block, List<Inline> inlines) {
        for (Inline inline : inlines) {
            if (inline instanceof Macro macro && !macro.name().equals("embed")) {
                addMacro(macro);
            }
        }
        for (Property property : outline.block(block).properties()) {
            if (AskedColumns.isOfTable(property)) {
                found.addAll(AskedColumns.ofTable(outline, outline.inPage(block, property.valueSpan())));
            }
        }
        for (Construct construct : outline.block(block).constructs()) {
            if (construct.kind() == Construct.Kind.BEGIN && construct.name().equals("query")) {
                addQuery(outline.inPage(block, construct.span()));
            }
        }
    }

    private void addMacro(Macro macro) {
        String name = macro.name().toLowerCase(Locale.ROOT);
        boolean asks = name.equals("query") || name.equals("cards");
        addMarkup(macro.argumentsSpan(), outline.syntax(), asks);
        if (asks) {
            addTerms(macro.argumentsSpan());
        }
        if (OF_PAGES.contains(name)) {
            addAlone(outline.text().trimmed(macro.argumentsSpan()));
        }
    }

    private void addAlone(Span argument) {
        String title = outline.text().slice(argument);
        if (!title.isEmpty() && !MARKS.matches(title.charAt(0))) {
            addPage(Form.ALONE, argument, title);
        }
    }

    private void addQuery(Span span) {
        addMarkup(span, Syntax.MARKDOWN, true);
        addTerms(span);
        String text = outline.text().slice(span);
        addAll(STORED.matcher(text), span, Form.QUOTED_LOWER);
        addAll(ORIGINAL.matcher(text), span, Form.QUOTED);
    }

    private void addAll(Matcher names, Span in, Form form) {
        while (names.find()) {
            addPage(form, new Span(names.start(1), names.end(1)).shift(in.start()), names.group(1));
        }
    }

    /** References and tags, line by line: what is written in a question would be read as one page with it otherwise. */
    private void addMarkup(Span span, Syntax syntax, boolean asks) {
        Text text = outline.text();
        for (int line = text.lineOf(span.start()); line <= text.lineOf(span.end()); line++) {
            Span whole = text.line(line);
            Span part = new Span(
                    Math.max(span.start(), whole.start()),
                    Math.max(Math.max(span.start(), whole.start()), Math.min(span.end(), whole.end())));
            for (Inline inline : Outline.inlinesOfValue(syntax, text.slice(part))) {
                if (inline instanceof PageRef ref && ref.form() == PageRef.Form.PLAIN) {
                    addPage(Form.BRACKETS, ref.nameSpan().shift(part.start()), ref.name());
                } else if (inline instanceof Tag tag) {
                    addTag(tag, part.start(), asks);
                } else if (inline instanceof BlockRef ref && ref.id().isPresent()) {
                    Target.OfBlock block = new Target.OfBlock(ref.id().get());
                    found.add(new AskedName(Form.BLOCK, ref.targetSpan().shift(part.start()), block));
                }
            }
        }
    }

    /** A question is read as data rather than as text: there a tag ends at any bracket, and behind its own. */
    private void addTag(Tag tag, int offset, boolean asks) {
        Span name = tag.nameSpan().shift(offset);
        String text = outline.text().slice(name);
        boolean isInBrackets = text.startsWith("[[");
        int end = asks && !isInBrackets ? BRACKETS.indexIn(text) : -1;
        if (end > 0) {
            addPage(Form.TAG, new Span(name.start(), name.start() + end), text.substring(0, end));
        } else if (!asks || !isInBrackets || text.endsWith("]]")) {
            // Else the reference is found by itself.
            addPage(Form.TAG, name, tag.name());
        }
    }

    /** What the terms of a question name: {@code (page name)}, {@code (property key value)} and the like. */
    private void addTerms(Span span) {
        String text = outline.text().slice(span);
        Matcher page = PAGE.matcher(text);
        while (page.find()) {
            addOne(page, span.start());
        }
        Matcher tags = TAGS.matcher(text);
        while (tags.find()) {
            Matcher each = EACH.matcher(tags.group(1));
            while (each.find()) {
                // What stands in brackets was found as a reference.
                if (each.start(1) >= 0 || each.start(2) >= 0) {
                    addOne(each, span.start() + tags.start(1));
                }
            }
        }
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            addKey(key, span.start());
        }
        found.addAll(AskedColumns.inTerms(outline, span));
    }

    private void addKey(Matcher key, int offset) {
        Span name = group(key, 1);
        PropertyKey known = PropertyKey.of(outline.text().slice(name.shift(offset)));
        Target.OfKey target = new Target.OfKey(known.name());
        found.add(new AskedName(form(key, 1), name.shift(offset), target));
        if (key.start(3) >= 0 || key.start(4) >= 0) {
            values.add(new AskedName(form(key, 3), group(key, 3).shift(offset), target));
        }
    }

    private void addOne(Matcher match, int offset) {
        Span name = group(match, 1).shift(offset);
        addPage(form(match, 1), name, outline.text().slice(name));
    }

    /** Each name has two groups in a pattern: in quotes, and without. */
    private static Form form(Matcher match, int quoted) {
        return match.start(quoted) < 0 ? Form.WORD : Form.QUOTED;
    }

    private static Span group(Matcher match, int quoted) {
        int group = match.start(quoted) < 0 ? quoted + 1 : quoted;
        return new Span(match.start(group), match.end(group));
    }

    private void addPage(Form form, Span name, String title) {
        found.add(new AskedName(form, name, MarkupMention.page(title, config)));
    }
}
