package io.github.logseqls.fuzz;

import io.github.logseqls.outline.Syntax;

/** A text to be read as a page of a syntax. */
record Document(Syntax syntax, String text) {

    /** The text on one line, as a Java string literal would have it. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\f' -> line.append("\\f");
                case '\\' -> line.append("\\\\");
                default -> {
                    boolean shown = c >= ' ' && c != '\u00a0' && c != '\u3000' && !(c >= '\u2000' && c <= '\u206f');
                    line.append(shown ? String.valueOf(c) : String.format("\\u%04x", (int) c));
                }
            }
        }
        return syntax + " \"" + line + "\"";
    }
}
