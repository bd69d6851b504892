/** Offsets, lines, edits and position encodings. Knows nothing of Logseq, LSP or files. */
@NullMarked
package io.github.logseqls.text;

import org.jspecify.annotations.NullMarked;
