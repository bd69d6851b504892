package io.github.logseqls.outline;

/** The two syntaxes in which Logseq keeps pages. */
public enum Syntax {
    MARKDOWN,
    ORG
}
