package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads links with labels and page references, in the order in which Logseq tries them. The methods that read take the offset
 * at which one might begin, and return the offset behind it, or -1 where there is none.
 */
final class Links {

    private static final CharSet BRACKETS = CharSet.of("()\\\r\n");

    private final Syntax syntax;
    private final String text;
    private final References references;
    private final List<Inline> found;
    private @Nullable OrgLinks orgLinks;
    private @Nullable LabelEnds labelEnds;
    private @Nullable Brackets square;
    private @Nullable Brackets round;

    Links(Syntax syntax, String text, References references, List<Inline> found) {
        this.syntax = syntax;
        this.text = text;
        this.references = references;
        this.found = found;
    }

    int pageRefOrLink(Stretch stretch, int at) {
        return syntax == Syntax.ORG ? orgLink(stretch, at) : markdownLink(stretch, at);
    }

    private int orgLink(Stretch stretch, int at) {
        OrgLinks known = orgLinks;
        if (known == null) {
            known = new OrgLinks(text, references, this);
            orgLinks = known;
        }
        int labelled = known.labelled(stretch, at);
        int behind = labelled > 0 ? labelled : references.nested(stretch, at);
        return behind > 0 ? behind : known.bare(stretch, at);
    }

    private int markdownLink(Stretch stretch, int at) {
        int nested = references.nested(stretch, at);
        if (nested > 0) {
            return nested;
        }
        int page = References.pageRefEnd(stretch, at);
        if (page < 0) {
            return labelled(stretch, at, at + 1, labelEnds().of(stretch, at));
        }
        Span noLabel = new Span(at, at);
        references.addPageRef(PageRef.Form.PLAIN, new Span(at, page), noLabel, new Span(at + 2, page - 2));
        return page;
    }

    /** {@code ![label](target)}, whose target may be data. */
    int image(Stretch stretch, int at) {
        int labelEnd = labelEnds().of(stretch, at + 1);
        if (labelEnd < 0) {
            return -1;
        }
        int data = labelEnd + 2;
        int close = stretch.follows(data, "data:") ? stretch.until(Until.ROUND, data) : -1;
        if (close <= data + "data:".length() || !stretch.has(close, ')')) {
            return labelled(stretch, at, at + 2, labelEnd);
        }
        int behind = behindMetadata(stretch, close + 1);
        add(Link.Kind.IMAGE, new Span(at, behind), new Span(at + 2, labelEnd), new Span(data, close));
        return behind;
    }

    /** {@code [label](target)}, with metadata in braces behind it or not; no link where the label has no end. */
    private int labelled(Stretch stretch, int at, int label, int labelEnd) {
        if (labelEnd < 0) {
            return -1;
        }
        int target = labelEnd + 2;
        int close = addressEnd(stretch, target);
        int behind = close + 1;
        if (!stretch.has(close, ')')) {
            // Where nothing closes the link, Logseq lets the last parenthesis of the address do it.
            if (close == target || text.charAt(close - 1) != ')') {
                return -1;
            }
            behind = close;
            close--;
        }
        Span span = new Span(at, behindMetadata(stretch, behind));
        addLabelled(span, new Span(label, labelEnd), LinkTarget.of(stretch.part(target, close)));
        return span.end();
    }

    private int addressEnd(Stretch stretch, int from) {
        int at = from;
        while (at < stretch.end() && !BRACKETS.has(text.charAt(at))) {
            at++;
        }
        // Most addresses hold no brackets; what needs a balance is worked out for the whole text at once.
        return stretch.has(at, ')') ? at : Math.min(round().end(from), stretch.end());
    }

    private void addLabelled(Span span, Span label, LinkTarget target) {
        switch (target.kind()) {
            case BLOCK -> references.addBlockRef(BlockRef.Form.LABELLED, span, label, target.span());
            case PAGE -> references.addPageRef(PageRef.Form.LABELLED, span, label, target.span());
            case ADDRESS -> addAddress(span, label, target.span());
        }
    }

    private void addAddress(Span span, Span label, Span target) {
        String address = references.string(target);
        add(text.charAt(span.start()) == '!' ? Link.Kind.IMAGE : Link.Kind.LABELLED, span, label, target);
        if (hasHost(address)) {
            addIfBlock(span, label, target);
        } else if (address.length() > 3 && isPageFile(address)) {
            addFile(span, label);
        } else {
            references.addNamedBlock(BlockRef.Form.LABELLED, span, label, target);
            Span name = References.inside(text, target, "[[", "]]");
            if (name.length() < target.length() || syntax == Syntax.ORG) {
                references.addPage(PageRef.Form.LABELLED, span, label, name, references.name(name));
            }
        }
    }

    /** Whether two slashes follow the first colon of an address. */
    static boolean hasHost(String address) {
        int colon = address.indexOf(':');
        return colon >= 0 && address.startsWith("//", colon + 1);
    }

    /** {@code id://} and an id refers to a block. */
    void addIfBlock(Span span, Span label, Span target) {
        String prefix = text.startsWith("id://", target.start()) ? "id://" : "id:";
        if (text.startsWith(prefix, target.start()) && target.length() == prefix.length() + BlockId.LENGTH) {
            Span id = new Span(target.start() + prefix.length(), target.end());
            references.addNamedBlock(BlockRef.Form.LABELLED, span, label, id);
        }
    }

    private static boolean isPageFile(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    /** A link to a page's file, which its label names. */
    private void addFile(Span span, Span label) {
        FileLabel read = new FileLabel(syntax, references.string(label));
        Span inside = read.code();
        if (!inside.isEmpty()) {
            Span name = inside.shift(label.start());
            references.addPage(PageRef.Form.FILE, span, label, name, references.string(name));
        } else if (!read.isMarkup()) {
            Span name = new Span(label.start(), label.start() + read.codeStart());
            references.addPage(PageRef.Form.FILE, span, label, name, references.name(name));
        }
    }

    void add(Link.Kind kind, Span span, Span label, Span target) {
        found.add(new Link(kind, span, label, target, references.string(target)));
    }

    /** Whether a backslash at {@code at} makes the bracket or backslash behind it mere text. */
    static boolean isEscape(Stretch stretch, int at) {
        return stretch.has(at, '\\')
                && at + 1 < stretch.end()
                && "[]\\".indexOf(stretch.text().charAt(at + 1)) >= 0;
    }

    int behindMetadata(Stretch stretch, int at) {
        if (stretch.follows(at, "{}")) {
            return at + 2;
        }
        int close = stretch.has(at, '{') ? stretch.until(Until.CURLY, at + 1) : at;
        return stretch.has(close, '}') && close > at ? close + 1 : at;
    }

    private LabelEnds labelEnds() {
        LabelEnds known = labelEnds;
        if (known == null) {
            known = new LabelEnds(text, this);
            labelEnds = known;
        }
        return known;
    }

    Brackets square() {
        Brackets known = square;
        if (known == null) {
            known = Brackets.square(text);
            square = known;
        }
        return known;
    }

    private Brackets round() {
        Brackets known = round;
        if (known == null) {
            known = Brackets.round(text);
            round = known;
        }
        return known;
    }
}
