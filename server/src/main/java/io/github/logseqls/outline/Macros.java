package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads macros: {@code {{name arguments}}}, with two braces or three; only {@code embed} refers to anything. */
final class Macros {

    private static final String EMBED = "embed";

    private final String text;
    private final References references;
    private final List<Inline> found;
    /** Where arguments begin that something follows which fits no macro, up to the next closing brace. */
    private @Nullable BitSet misfits;

    Macros(String text, References references, List<Inline> found) {
        this.text = text;
        this.references = references;
        this.found = found;
    }

    /** Behind the macro that opens at {@code at}, or -1. */
    int macro(Stretch stretch, int at) {
        int close = stretch.follows(at, "{{") ? stretch.until(Until.CURLY, at + 2) : stretch.end();
        if (!stretch.follows(close, "}}")) {
            return -1;
        }
        boolean three = stretch.follows(at, "{{{") && stretch.follows(close, "}}}");
        return three ? macro(stretch, at, close, 3) : macro(stretch, at, close, 2);
    }

    private int macro(Stretch stretch, int at, int close, int braces) {
        int start = at + braces;
        int nameEnd = start;
        while (nameEnd < close && text.charAt(nameEnd) != ' ' && text.charAt(nameEnd) != '(') {
            nameEnd++;
        }
        ImmutableList.Builder<Span> arguments = ImmutableList.builder();
        if (nameEnd == start || !readArguments(stretch.part(nameEnd, close), arguments)) {
            return -1;
        }
        int first = stretch.part(nameEnd, close).skipSpaces(nameEnd);
        Span all = new Span(first, Chars.trimEnd(text, first, close));
        Macro macro = new Macro(new Span(at, close + braces), text.substring(start, nameEnd), all, arguments.build());
        found.add(macro);
        if (macro.name().equals(EMBED)) {
            addEmbed(macro);
        }
        return close + braces;
    }

    /** Takes the arguments between commas; false where something else follows a reference or what is quoted. */
    private boolean readArguments(Stretch rest, ImmutableList.Builder<Span> arguments) {
        int at = rest.skipSpaces(rest.start());
        if (at == rest.end()) {
            return true;
        }
        // What turns out to fit is not read again, so that it does no harm that it is noted too.
        BitSet begun = misfits == null ? new BitSet() : misfits;
        misfits = begun;
        while (!begun.get(at)) {
            begun.set(at);
            int end = argumentEnd(rest, at);
            if (end == at) {
                break;
            }
            arguments.add(new Span(at, end));
            int behind = rest.skipSpaces(end);
            if (behind == rest.end()) {
                return true;
            }
            if (text.charAt(behind) != ',') {
                break;
            }
            at = rest.skipSpaces(behind + 1);
        }
        return false;
    }

    private int argumentEnd(Stretch arguments, int at) {
        int nested = references.nestedEnd(arguments, at);
        if (nested > 0) {
            return nested;
        }
        int page = References.pageRefEnd(arguments, at);
        if (page > 0) {
            return page;
        }
        int block = References.blockRefEnd(arguments, at);
        if (block > 0) {
            return block;
        }
        int quoted = arguments.has(at, '"') ? arguments.behind(Until.BARE_QUOTE, at + 1) : -1;
        return quoted > at + 2 ? quoted : arguments.until(Until.COMMA, at);
    }

    private void addEmbed(Macro embed) {
        if (embed.arguments().isEmpty()) {
            return;
        }
        Span first = embed.arguments().get(0);
        Span all = embed.argumentsSpan();
        Span noLabel = new Span(embed.span().start(), embed.span().start());
        Span target = References.inside(text, first, "((", "))");
        if (target.length() < first.length() && !target.isEmpty()) {
            references.addBlockRef(BlockRef.Form.EMBED, embed.span(), noLabel, target);
        }
        Span name = References.inside(text, all, "[[", "]]");
        String pageName = pageName(embed, name.length() < all.length());
        references.addPage(PageRef.Form.EMBED, embed.span(), noLabel, name, pageName);
    }

    /** The arguments, which Logseq puts together again with one space behind each comma. */
    private String pageName(Macro embed, boolean bracketed) {
        String joined = embed.arguments().stream().map(references::string).collect(Collectors.joining(", "));
        return bracketed ? joined.substring(2, joined.lastIndexOf("]]")) : joined;
    }
}
