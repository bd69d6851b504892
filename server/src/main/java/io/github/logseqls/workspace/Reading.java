package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;

/**
 * What was read of one file on disk.
 *
 * @param findings what is wrong with its bytes
 */
record Reading(Facts facts, ImmutableList<FileFinding> findings) {}
