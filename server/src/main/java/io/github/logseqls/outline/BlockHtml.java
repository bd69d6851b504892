package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where HTML ends that begins in a text: comments and the like, and elements with a tag that Logseq knows. */
final class BlockHtml {

    /** Nothing is declared, so that this is no HTML. */
    private static final String EMPTY_DECLARATION = "<!>";

    /** What is HTML without being an element; the first that fits counts. */
    private enum NoElement {
        INSTRUCTION("<?", "?>"),
        COMMENT("<!--", "-->"),
        CDATA("<![CDATA[", "]]"),
        DECLARATION("<!", ">");

        private final String opener;
        private final String closer;

        NoElement(String opener, String closer) {
            this.opener = opener;
            this.closer = closer;
        }
    }

    private final String text;
    private final Closers closers;
    private final Map<String, Balance> balances = new HashMap<>();
    /** Where the tags were counted from that {@link #balances} know. */
    private int countedFrom = Integer.MAX_VALUE;

    BlockHtml(String text, Closers closers) {
        this.text = text;
        this.closers = closers;
    }

    /** The end of the HTML that opens at {@code at}, or -1. */
    int end(int at) {
        if (!isLongEnough(at)) {
            return -1;
        }
        for (NoElement kind : NoElement.values()) {
            if (text.startsWith(kind.opener, at)) {
                boolean isEmpty = text.startsWith(EMPTY_DECLARATION, at);
                return isEmpty ? -1 : closers.after(kind.closer, at + kind.opener.length());
            }
        }
        String tag = tag(at);
        if (!HtmlTags.isKnown(tag)) {
            return -1;
        }
        int inside = at + 1 + tag.length();
        int end = closingTag(tag, inside);
        return end >= 0 ? end : closers.after("/>", inside);
    }

    /** What the HTML at {@code at} lacks for which {@link #end} said {@code end}; empty where its own closer ends it. */
    Optional<Unclosed> unclosed(Kind construct, int at, int end) {
        if (!opens(at)) {
            return Optional.empty();
        }
        if (!isLongEnough(at)) {
            return Optional.of(Unclosed.byAnything(construct, at));
        }
        for (NoElement kind : NoElement.values()) {
            if (text.startsWith(kind.opener, at)) {
                return end >= 0 ? Optional.empty() : Optional.of(new Unclosed(construct, at, kind.closer));
            }
        }
        String tag = tag(at);
        if (closingTag(tag, at + 1 + tag.length()) >= 0) {
            return Optional.empty();
        }
        String closer = "</" + tag + ">";
        boolean isAbsent = closers.last(closer) < at;
        ImmutableList.Builder<String> missing = ImmutableList.<String>builder().add(closer);
        if (!isAbsent) {
            missing.add("<" + tag);
        }
        if (end < 0) {
            missing.add("/>");
        }
        return Optional.of(new Unclosed(construct, at, missing.build(), isAbsent));
    }

    /** Whether what begins with the {@code <} at {@code at} is HTML for Logseq, if only it is closed. */
    private boolean opens(int at) {
        return text.startsWith("<?", at)
                || text.startsWith("<!", at) && !text.startsWith(EMPTY_DECLARATION, at)
                || HtmlTags.isKnown(tag(at));
    }

    private boolean isLongEnough(int at) {
        return Chars.hasBytes(text, at, text.length(), HtmlTags.LEAST_BYTES);
    }

    /** The name behind the {@code <} at {@code at}; cut where it gets longer than any known one. */
    private String tag(int at) {
        int end = at + 1;
        while (end < text.length()
                && end - at <= HtmlTags.LONGEST + 1
                && text.charAt(end) != '>'
                && !Chars.isSpace(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    /** The end of the closing tag that balances an opening one whose name ends at {@code inside}. */
    private int closingTag(String tag, int inside) {
        if (inside < countedFrom) {
            countedFrom = balances.isEmpty() ? inside : 0;
            balances.clear();
        }
        return balances.computeIfAbsent(tag, name -> HtmlTags.balance(text, name, countedFrom, text.length()))
                .closerFrom(inside);
    }
}
