package io.github.logseqls.graph;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Optional;

/** How severe a finding is, the most severe first. */
public enum Severity {
    /** Logseq loses what is written. */
    ERROR,
    /** Logseq does not do what was clearly meant, or will change the file by itself. */
    WARNING,
    /** Worth knowing; nothing is lost. */
    INFO,
    /** Shown in the text only, without a place in the list of problems. */
    HINT,
    /** Not looked for, unless somebody asks for it. */
    OFF;

    /** The severity of this name, {@code warning} say. */
    public static Optional<Severity> of(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.toString().equals(name))
                .findFirst();
    }

    /** The name in reports and settings. */
    @Override
    public String toString() {
        return Ascii.toLowerCase(name());
    }
}
