package io.github.logseqls.check;

import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.BlockId;

/** A text that was meant as an id and is none. */
final class IdSlip {

    private static final int SHORTEST = 30;
    private static final int LONGEST = 40;
    private static final int DIGITS = 32;

    private IdSlip() {}

    /** Whether a text that is no id was clearly meant as one, and is not just prose in double parentheses. */
    static boolean isOne(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> mayStandInOne((char) c));
    }

    private static boolean mayStandInOne(char c) {
        return BlockId.isHexDigit(c) || c == '-' || c == '{' || c == '}' || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Says in one sentence why a text is no UUID. */
    static String explain(String text) {
        String visible = text.chars()
                .filter(c -> !isInvisible((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!visible.equals(text) && BlockId.parse(visible).isPresent()) {
            return "there are blanks or invisible characters around or inside the id.";
        }
        String shown = Places.shorten(text, LONGEST);
        long digits = text.chars().filter(c -> BlockId.isHexDigit((char) c)).count();
        boolean plain = text.chars().allMatch(c -> BlockId.isHexDigit((char) c) || c == '-');
        if (!plain) {
            return "\"%s\" holds characters that no UUID has.".formatted(shown);
        }
        if (digits != DIGITS) {
            return "\"%s\" has %d hex digits, a UUID has %d.".formatted(shown, digits, DIGITS);
        }
        return "the dashes of \"%s\" are not where a UUID has them.".formatted(shown);
    }
}
