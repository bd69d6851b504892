package io.github.logseqls.check;

/** How grave a finding is, the gravest first. */
public enum Severity {
    /** Logseq loses what is written. */
    ERROR,
    /** Logseq does not do what was clearly meant, or will change the file by itself. */
    WARNING,
    /** Worth knowing; nothing is lost. */
    INFORMATION,
    /** Shown in the text only, without a place in the list of problems. */
    HINT
}
