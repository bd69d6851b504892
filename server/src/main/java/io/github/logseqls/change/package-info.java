/** What changes in the pages of a graph, as edits that nobody has made yet, and how blocks are written so that Logseq reads them. */
@NullMarked
package io.github.logseqls.change;

import org.jspecify.annotations.NullMarked;
