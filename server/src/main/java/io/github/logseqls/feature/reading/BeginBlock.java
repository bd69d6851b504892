package io.github.logseqls.feature.reading;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code #+BEGIN_X} block, or Org's lines that begin with a colon, in Markdown: code stands between fences, a quote behind
 * {@code >}, and a comment is not shown.
 *
 * @param span all of it: UTF-16 offsets in the page
 */
record BeginBlock(Construct construct, Text text, Span span) {

    private static final ImmutableSet<String> NOTICES =
            ImmutableSet.of("note", "tip", "important", "caution", "warning", "pinned");
    private static final Pattern LANGUAGE = Pattern.compile(
            "#\\+BEGIN_(?:SRC|EXPORT)[ \\t]+([\\w+#-]{1,30}).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLON = Pattern.compile("^\\s*: ?");

    /** The one that a line of a block belongs to. */
    static Optional<BeginBlock> around(Outline outline, int index, Span line) {
        for (Construct construct : outline.block(index).constructs()) {
            Span span = outline.inPage(index, construct.span());
            boolean begins = construct.kind() == Construct.Kind.BEGIN || construct.kind() == Construct.Kind.EXAMPLE;
            if (begins && span.start() <= line.end() && line.start() < span.end()) {
                return Optional.of(new BeginBlock(construct, outline.text(), span));
            }
        }
        return Optional.empty();
    }

    /** Whether Logseq reads no markup in it. */
    boolean isVerbatim() {
        return construct.kind() == Construct.Kind.EXAMPLE || construct.isVerbatimBegin();
    }

    /**
     * What one of its lines is in Markdown; nothing where it only opens or closes.
     *
     * @param line the line in the page
     * @param shown its text
     */
    List<String> markdown(Span line, String shown) {
        if (construct.name().equals("comment")) {
            return ImmutableList.of();
        }
        boolean first = line.start() <= span.start();
        boolean last = line.end() >= span.end();
        if (construct.kind() == Construct.Kind.EXAMPLE) {
            return example(COLON.matcher(shown).replaceFirst(""), first, last);
        }
        if (isVerbatim()) {
            return ImmutableList.of(first ? fence() + language(shown) : last ? fence() : shown);
        }
        if (first) {
            String name = Ascii.toUpperCase(construct.name().substring(0, 1))
                    + construct.name().substring(1);
            return NOTICES.contains(construct.name()) ? ImmutableList.of("> **" + name + "**") : ImmutableList.of();
        }
        // What follows a quote would belong to it without an empty line.
        return ImmutableList.of(last ? "" : isQuoted() ? "> " + shown.stripLeading() : shown);
    }

    private List<String> example(String shown, boolean first, boolean last) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        if (first) {
            lines.add(fence());
        }
        lines.add(shown);
        if (last) {
            lines.add(fence());
        }
        return lines.build();
    }

    private boolean isQuoted() {
        return construct.name().equals("quote") || NOTICES.contains(construct.name());
    }

    private String fence() {
        return text.slice(span).contains("```") ? "````" : "```";
    }

    private static String language(String opener) {
        Matcher language = LANGUAGE.matcher(opener.strip());
        return language.matches() ? language.group(1) : "";
    }
}
