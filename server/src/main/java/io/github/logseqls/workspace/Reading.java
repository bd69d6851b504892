package io.github.logseqls.workspace;

import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import java.util.Optional;

/**
 * What was read of one file on disk.
 *
 * @param finding what is wrong with its bytes
 */
record Reading(Facts facts, Optional<FileFinding> finding) {}
