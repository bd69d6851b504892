package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where HTML ends that begins in a text: comments and the like, and elements with a tag that Logseq knows. */
final class BlockHtml {

    /** What Logseq looks at before it takes anything for HTML: less text than that behind a {@code <} is none. */
    private static final int LEAST_BYTES = 10;

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
        if (text.startsWith("<?", at)) {
            return closers.after("?>", at + 2);
        }
        if (text.startsWith("<!--", at)) {
            return closers.after("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return closers.after("]]", at + 9);
        }
        if (text.startsWith("<!", at)) {
            return text.charAt(at + 2) == '>' ? -1 : closers.after(">", at + 2);
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
    Optional<Unclosed> unclosed(Kind kind, int at, int end) {
        if (!opens(at)) {
            return Optional.empty();
        }
        if (!isLongEnough(at)) {
            return Optional.of(Unclosed.byAnything(kind, at));
        }
        String tag = tag(at);
        if (!HtmlTags.isKnown(tag)) {
            return end >= 0 ? Optional.empty() : Optional.of(new Unclosed(kind, at, closerOfNoElement(at)));
        }
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
        return Optional.of(new Unclosed(kind, at, missing.build(), isAbsent));
    }

    private String closerOfNoElement(int at) {
        if (text.startsWith("<?", at)) {
            return "?>";
        }
        if (text.startsWith("<!--", at)) {
            return "-->";
        }
        return text.startsWith("<![CDATA[", at) ? "]]" : ">";
    }

    /** Whether what begins with the {@code <} at {@code at} is HTML for Logseq, if only it is closed. */
    private boolean opens(int at) {
        return text.startsWith("<?", at)
                || text.startsWith("<!", at) && !text.startsWith("<!>", at)
                || HtmlTags.isKnown(tag(at));
    }

    private boolean isLongEnough(int at) {
        return Chars.hasBytes(text, at, text.length(), LEAST_BYTES);
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
        return balances.computeIfAbsent(tag, this::balance).closerFrom(inside);
    }

    /** Opening tags count in the case in which the name was written, closing ones in any. */
    private Balance balance(String tag) {
        Balance balance = new Balance();
        String closer = "</" + tag + ">";
        for (int at = text.indexOf('<', countedFrom); at >= 0; at = text.indexOf('<', at + 1)) {
            int behind = at + 1 + tag.length();
            if (Chars.startsWithIgnoreCase(text, at, closer)) {
                balance.addCloser(at, at + closer.length());
            } else if (text.startsWith(tag, at + 1)
                    && behind < text.length()
                    && (text.charAt(behind) == '>' || text.charAt(behind) == ' ')) {
                balance.addOpener(at);
            }
        }
        return balance;
    }
}
