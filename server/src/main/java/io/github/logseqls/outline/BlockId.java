package io.github.logseqls.outline;

import java.util.Optional;
import java.util.UUID;

/**
 * The name of a block: the value of its {@code id::}, and what stands in {@code ((...))}.
 *
 * <p>Logseq takes exactly 8-4-4-4-12 hex digits with dashes, of any case and any UUID version, and compares them in
 * lower case (format.md 3.1).
 */
public record BlockId(UUID uuid) {

    /** The length of an id in characters. */
    public static final int LENGTH = 36;

    public static Optional<BlockId> parse(String text) {
        return isId(text) ? Optional.of(new BlockId(UUID.fromString(text))) : Optional.empty();
    }

    private static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !isHexDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code c} is an ASCII hex digit; {@link Character#digit} would take full-width digits too. */
    public static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Mixed: that of a {@link UUID} alone is the same for all whose halves are the same, and ids come from anywhere. */
    @Override
    public int hashCode() {
        long mixed = uuid.getMostSignificantBits() * 0x9E3779B97F4A7C15L + uuid.getLeastSignificantBits();
        return Long.hashCode(mixed * 0xC2B2AE3D27D4EB4FL);
    }

    /** The id as Logseq writes it, in lower case. */
    @Override
    public String toString() {
        return uuid.toString();
    }
}
