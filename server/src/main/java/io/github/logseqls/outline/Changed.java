package io.github.logseqls.outline;

/**
 * Which blocks an outline does not share with an earlier one of the same page: those from {@code from} up to {@code end}.
 *
 * @param from the index of the first one, in both outlines
 * @param end the index behind the last one
 * @param endBefore the index behind the last one that stood there earlier
 */
public record Changed(int from, int end, int endBefore) {}
