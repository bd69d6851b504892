package io.github.logseqls.text;

/**
 * A place in a text as an editor names it.
 *
 * @param line the line, counted from 0
 * @param column the column, counted from 0 in the units of an {@link Encoding}
 */
public record Position(int line, int column) {}
