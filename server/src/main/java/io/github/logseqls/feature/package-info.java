/** One class a feature: pure functions from a snapshot and a position to LSP data. */
@NullMarked
package io.github.logseqls.feature;

import org.jspecify.annotations.NullMarked;
