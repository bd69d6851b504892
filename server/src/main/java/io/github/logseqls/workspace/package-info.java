/** Graph roots, files, scanning, open documents over disk, and the one mutable cell. */
@NullMarked
package io.github.logseqls.workspace;

import org.jspecify.annotations.NullMarked;
