/** The pages of a graph: names, facts, the link index and the immutable snapshot of it all. Does no IO. */
@NullMarked
package io.github.logseqls.graph;

import org.jspecify.annotations.NullMarked;
