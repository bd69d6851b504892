package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import org.eclipse.lsp4j.SemanticTokenTypes;

/**
 * What a semantic token is. Each is told to the editor by a name that the protocol has for programs, and no two by the same one:
 * themes colour those names and no others, so that notes get colours everywhere without settings.
 */
enum TokenType {
    BULLET(SemanticTokenTypes.Operator),
    MARKER(SemanticTokenTypes.Keyword),
    PRIORITY(SemanticTokenTypes.EnumMember),
    KEY(SemanticTokenTypes.Property),
    VALUE(SemanticTokenTypes.String),
    PAGE_REF(SemanticTokenTypes.Class),
    BLOCK_REF(SemanticTokenTypes.Variable),
    TAG(SemanticTokenTypes.Decorator),
    MACRO(SemanticTokenTypes.Macro),
    TIMESTAMP(SemanticTokenTypes.Number),
    /** What is read last: drawers and comments, the marker of a task that is done, ids. */
    ASIDE(SemanticTokenTypes.Comment);

    private static final ImmutableList<TokenType> LEGEND = ImmutableList.copyOf(values());

    private final String lspName;

    TokenType(String lspName) {
        this.lspName = lspName;
    }

    /** The names of all, in the order of their numbers. */
    static ImmutableList<String> legend() {
        return LEGEND.stream().map(type -> type.lspName).collect(ImmutableList.toImmutableList());
    }

    /** The number by which tokens name the type. */
    int number() {
        return LEGEND.indexOf(this);
    }
}
