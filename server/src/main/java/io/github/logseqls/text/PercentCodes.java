package io.github.logseqls.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads the {@code %41} of file names and addresses. */
public final class PercentCodes {

    private PercentCodes() {}

    /**
     * The text with its codes read as UTF-8, and a percent sign that begins none left as it is. Unlike
     * {@link java.net.URLDecoder}, which would also turn a plus sign into a space and reject a lone percent sign.
     */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '%' && isCode(text, at)) {
                bytes.write(digit(text, at + 1) * 16 + digit(text, at + 2));
                at += 3;
            } else {
                int codePoint = text.codePointAt(at);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(codePoint);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
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

    private static boolean isCode(String text, int at) {
        return at + 2 < text.length() && digit(text, at + 1) >= 0 && digit(text, at + 2) >= 0;
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
