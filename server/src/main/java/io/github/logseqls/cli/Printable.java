package io.github.logseqls.cli;

import java.util.regex.Pattern;

/** Notes are untrusted: what would steer a terminal is shown as a replacement character. */
final class Printable {

    /** Control characters, and those that turn the direction of writing. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]");

    private Printable() {}

    static String of(String line) {
        return STEERING.matcher(line).replaceAll("\ufffd");
    }
}
