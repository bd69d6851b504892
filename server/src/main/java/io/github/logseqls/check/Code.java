package io.github.logseqls.check;

import com.google.common.base.Ascii;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Severity;
import java.util.Arrays;
import java.util.Optional;

/** Each kind of finding, under the name by which settings, suppressions and reports know it. Names never change. */
public enum Code {
    // References
    BROKEN_BLOCK_REF(Severity.WARNING),
    BROKEN_EMBED(Severity.WARNING),
    MALFORMED_BLOCK_REF(Severity.WARNING),
    IGNORED_BLOCK_REF(Severity.WARNING),
    SELF_EMBED(Severity.WARNING),
    EMBED_CYCLE(Severity.WARNING),
    REF_ONLY_IN_BACKUP(Severity.WARNING),
    MISSING_PAGE(Severity.OFF),
    BROKEN_ASSET(Severity.WARNING),
    BROKEN_FILE_LINK(Severity.WARNING),

    // Ids
    DUPLICATE_ID(Severity.WARNING),
    MALFORMED_ID(Severity.WARNING),
    IGNORED_ID(Severity.WARNING),
    ID_ONLY_BLOCK(Severity.WARNING),
    UNUSED_ID(Severity.OFF),

    // Structure
    UNCLOSED_CONSTRUCT(Severity.WARNING),
    SWALLOWED_BLOCKS(Severity.WARNING),
    MIXED_INDENTATION(Severity.WARNING),
    ORPHAN_OUTDENT(Severity.WARNING),
    SKIPPED_LEVEL(Severity.HINT),

    // Properties
    IGNORED_PROPERTY(Severity.WARNING),
    PROPERTY_SYNTAX(Severity.WARNING),
    PROPERTY_TYPO(Severity.INFO),
    DUPLICATE_PROPERTY(Severity.WARNING),
    HOISTED_DIRECTIVE(Severity.WARNING),
    FIRST_BLOCK_LOSES_BULLET(Severity.INFO),

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
    SETTINGS_ERROR(Severity.WARNING),

    // Tasks
    INVALID_TIMESTAMP(Severity.WARNING),
    UNKNOWN_REPEATER(Severity.WARNING),
    UNCLOSED_LOGBOOK(Severity.WARNING);

    private final Severity severity;
    private final String name;

    Code(Severity severity) {
        this.severity = severity;
        this.name = Ascii.toLowerCase(name()).replace('_', '-');
    }

    /** The code of this name, {@code broken-block-ref} say. */
    public static Optional<Code> of(String name) {
        return Arrays.stream(values())
                .filter(code -> code.toString().equals(name))
                .findFirst();
    }

    /** How severe such a finding is where no settings say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** How severe such a finding is by settings. */
    public Severity severity(CheckSettings settings) {
        return settings.severity(name, severity);
    }

    /** Whether such findings are wanted by settings: what is not need not be looked for. */
    boolean isWanted(CheckSettings settings) {
        return severity(settings) != Severity.OFF;
    }

    /** Whether what is found does no harm and may as well go: editors fade it. */
    public boolean isUnnecessary() {
        return this == UNUSED_ID;
    }

    /** The name in reports and settings. */
    @Override
    public String toString() {
        return name;
    }
}
