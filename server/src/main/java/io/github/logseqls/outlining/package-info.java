/** Outlines as they are edited: subtrees that move with all that belongs to them, and blocks as they are typed and pasted. */
@NullMarked
package io.github.logseqls.outlining;

import org.jspecify.annotations.NullMarked;
