package io.github.logseqls.check;

import com.google.common.base.Ascii;
import io.github.logseqls.graph.Severity;
import java.util.Arrays;
import java.util.Optional;

/** Each kind of finding, under the name by which settings, suppressions and reports know it. Names never change. */
public enum Code {
    // References
    BROKEN_BLOCK_REF(Severity.WARNING),
    MALFORMED_BLOCK_REF(Severity.WARNING),

    // Ids
    DUPLICATE_ID(Severity.WARNING),
    MALFORMED_ID(Severity.WARNING),

    // Pages
    DUPLICATE_PAGE(Severity.WARNING),
    ALIAS_COLLISION(Severity.WARNING),
    TITLE_NOT_A_DATE(Severity.WARNING),
    FILE_NAME_MISMATCH(Severity.INFO),

    // Files
    MERGE_CONFLICT(Severity.ERROR),
    SYNC_CONFLICT_COPY(Severity.WARNING),
    BOM(Severity.WARNING),
    LONE_CR(Severity.INFO),
    FILE_TOO_LARGE(Severity.WARNING),
    INVALID_UTF8(Severity.WARNING),
    CONFIG_ERROR(Severity.ERROR),
    SETTINGS_ERROR(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    /** The code of this name, {@code broken-block-ref} say. */
    public static Optional<Code> of(String name) {
        return Arrays.stream(values())
                .filter(code -> code.toString().equals(name))
                .findFirst();
    }

    /** How grave such a finding is where no settings say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** The name in reports and settings. */
    @Override
    public String toString() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
