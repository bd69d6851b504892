package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tags: {@code #name}, {@code #[[any name]]} and mixtures of both (format.md 4.2). */
final class Tags {

    private static final CharSet PUNCTUATION = CharSet.of(",;.!?'\":#");

    private static final Span NONE = new Span(0, 0);

    private final Syntax syntax;
    private final String text;
    private final References references;
    private final List<Inline> found;
    /** A reader of its own: what it remembers of labels is of one tag, not of the text around it. */
    private @Nullable Links links;
    /** The punctuation marks that were met last, up to the next other character. */
    private Span punctuation = NONE;

    Tags(Syntax syntax, String text, References references, List<Inline> found) {
        this.syntax = syntax;
        this.text = text;
        this.references = references;
        this.found = found;
    }

    /** Behind the tag whose {@code #} stands at {@code at}, or -1. */
    int tag(Stretch stretch, int at) {
        int end = end(stretch, at + 1);
        if (end == at + 1) {
            return -1;
        }
        Span name = new Span(at + 1, end);
        int inside = found.size();
        String written = text(stretch.part(name.start(), end));
        if (inside < found.size() && isOnly(found.subList(inside, found.size()), name)) {
            found.remove(inside);
        }
        found.add(inside, new Tag(new Span(at, end), name, written));
        return end;
    }

    /** Whether a tag is nothing but a reference, which it then stands for itself; it may name a block too. */
    private static boolean isOnly(List<Inline> inside, Span name) {
        return inside.get(0) instanceof PageRef page
                && page.form() == PageRef.Form.PLAIN
                && page.span().equals(name)
                && (inside.size() == 1 || inside.get(1) instanceof BlockRef);
    }

    /** A name ends at white space and at most punctuation; it goes on over {@code .} and {@code ;} inside it. */
    private int end(Stretch stretch, int from) {
        int at = from;
        while (at < stretch.end()) {
            char c = text.charAt(at);
            if (c == '[') {
                int page = References.pageRefEnd(stretch, at);
                at = page > 0 ? page : at + 1;
                continue;
            }
            if (PUNCTUATION.has(c)) {
                int followed = behindPunctuation(stretch, at);
                boolean ends = followed == stretch.end() || Chars.isSpaceOrLineEnd(text.charAt(followed));
                if (ends || c != '.' && c != ';') {
                    break;
                }
            } else if (Chars.isSpaceOrLineEnd(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    private int behindPunctuation(Stretch stretch, int from) {
        if (from < punctuation.start() || from >= punctuation.end() || punctuation.end() > stretch.end()) {
            int at = from;
            while (at < stretch.end() && PUNCTUATION.has(text.charAt(at))) {
                at++;
            }
            punctuation = new Span(from, at);
        }
        return punctuation.end();
    }

    /** The name of the tag that {@code name} is, and notes the references inside it, which stand in it as written. */
    private String text(Stretch name) {
        if (!name.holds('[')) {
            return references.name(new Span(name.start(), name.end()));
        }
        StringBuilder written = new StringBuilder();
        int plain = name.start();
        for (int at = name.start(); at < name.end(); ) {
            int behind = text.charAt(at) == '[' ? links().pageRefOrLink(name, at) : -1;
            if (behind > at) {
                written.append(references.name(new Span(plain, at))).append(text, at, behind);
                plain = behind;
            }
            at = behind > at ? behind : at + 1;
        }
        return written.append(references.name(new Span(plain, name.end()))).toString();
    }

    private Links links() {
        Links known = links;
        if (known == null) {
            known = new Links(syntax, text, references, found);
            links = known;
        }
        return known;
    }
}
