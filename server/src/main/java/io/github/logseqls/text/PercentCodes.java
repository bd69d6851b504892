package io.github.logseqls.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Reads and writes the {@code %41} of file names and addresses. */
public final class PercentCodes {

    private static final HexFormat CODES = HexFormat.of().withUpperCase().withPrefix("%");

    private PercentCodes() {}

    /**
     * The text with its codes read as UTF-8, and a percent sign that begins none left as it is. Unlike
     * {@link java.net.URLDecoder}, which would also turn a plus sign into a space and reject a lone percent sign.
     */
    public static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : new String(bytes(text), StandardCharsets.UTF_8);
    }

    /** The text with its codes read as UTF-8; empty where a percent sign begins none, or the codes are no UTF-8. */
    public static Optional<String> decodedWhole(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        try {
            return areWhole(text)
                    ? Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes(text)))
                            .toString())
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Codes for all of the text, in upper case. */
    public static String encoded(String text) {
        return CODES.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether every percent sign begins a code. */
    public static boolean areWhole(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (!isCode(text, at)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '%' && isCode(text, at)) {
                bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
                at += 3;
            } else {
                int codePoint = text.codePointAt(at);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(codePoint);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isCode(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
