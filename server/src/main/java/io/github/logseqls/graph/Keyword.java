package io.github.logseqls.graph;

/**
 * A keyword of a configuration file, {@code :triple-lowbar}, which is another thing than the text of the same letters.
 *
 * @param name without the colon
 */
public record Keyword(String name) {

    @Override
    public String toString() {
        return ":" + name;
    }
}
