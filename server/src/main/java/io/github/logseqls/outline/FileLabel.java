package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayList;

/**
 * The label of a link to a page's file, which names the page: by the code that it begins with, or else by the text up to
 * the next code, in Org up to any markup; markup that fills all of that text is no name. It is read as a text of its own;
 * offsets are in that.
 */
final class FileLabel {

    private final Syntax syntax;
    private final Stretch label;
    private final EmphasisMarks emphasis;
    private final Verbatims verbatims;

    FileLabel(Syntax syntax, String label) {
        this.syntax = syntax;
        this.label = new Stretch(label, new Ahead(label), 0, label.length());
        this.emphasis = new EmphasisMarks(syntax, this.label);
        this.verbatims = new Verbatims(syntax, this.label, new ArrayList<>(0));
    }

    /** The inside of the code that the label begins with; empty where it does not. */
    Span code() {
        int code = label.has(0, '`') ? Verbatims.codeEnd(label, 0) : -1;
        int width = label.has(1, '`') ? 2 : 1;
        return code > 0 ? new Span(width, code - width) : new Span(0, 0);
    }

    /** Where the first code begins, or the end; behind a bracket that opens no reference all is plain text. */
    int codeStart() {
        int at = 0;
        while (at < label.end() && !(label.has(at, '`') && Verbatims.codeEnd(label, at) > 0)) {
            if (label.has(at, '[')) {
                int page = References.pageRefEnd(label, at);
                at = page > 0 ? page : label.end();
            } else {
                at += Links.isEscape(label, at) ? 2 : 1;
            }
        }
        return at;
    }

    /** Whether all before the first code is emphasis, formulas and the like. */
    boolean isMarkup() {
        Stretch text = label.part(0, codeStart());
        emphasis.begin(text);
        verbatims.begin(text);
        int at = 0;
        while (at >= 0 && at < text.end()) {
            at = token(at);
        }
        return at > 0;
    }

    /** Where the plain text that the label begins with ends. */
    int plainEnd() {
        PlainText plain = PlainText.of(syntax);
        char[] characters = label.text().toCharArray();
        int at = 0;
        while (at < label.end() && token(at) <= at) {
            at = plain.end(characters, at, at + 1, label.end());
        }
        return at;
    }

    private int token(int at) {
        char c = label.text().charAt(at);
        if (syntax.isEmphasisMark(c)) {
            return emphasis.at(at, ' ').map(EmphasisMarks.Marked::end).orElseGet(() -> verbatims.script(at));
        }
        return switch (c) {
            case '$' -> verbatims.dollars(at);
            case '\\' -> verbatims.backslash(at);
            case '~' -> verbatims.code(at);
            default -> -1;
        };
    }
}
