package io.github.logseqls.cli.report;

import java.util.regex.Pattern;

/** Notes are untrusted: what would steer a terminal is shown as a replacement character. */
public final class Printable {

    /** Control characters, and those that turn the direction of writing. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]");

    /** Stands for a tab meanwhile: a character that is none. */
    private static final char TAB = '\ufffe';

    private Printable() {}

    public static String of(String line) {
        return STEERING.matcher(line).replaceAll("\ufffd");
    }

    /** As {@link #of}, with the tabs of the line left in it. */
    public static String ofLine(String line) {
        return of(line.replace('\t', TAB)).replace(TAB, '\t');
    }
}
