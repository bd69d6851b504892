package io.github.logseqls.fix;

import com.google.common.base.CharMatcher;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/** The id that somebody meant who wrote something else. */
final class MeantId {

    private static final int DIGITS = 32;
    /** What gets around and between the digits by copying, and dashes, which may stand anywhere. */
    private static final CharMatcher SLIPS = CharMatcher.anyOf("-{}()\"'`")
            .or(CharMatcher.whitespace())
            .or(CharMatcher.forPredicate(c -> Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT));

    private MeantId() {}

    /** The id, if the text has all its digits and nothing else that means anything. */
    static Optional<BlockId> of(String text) {
        String digits = SLIPS.removeFrom(text);
        return digits.length() == DIGITS
                ? BlockId.parse(String.join(
                        "-",
                        digits.substring(0, 8),
                        digits.substring(8, 12),
                        digits.substring(12, 16),
                        digits.substring(16, 20),
                        digits.substring(20)))
                : Optional.empty();
    }
}
