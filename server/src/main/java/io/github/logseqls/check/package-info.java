/**
 * What is wrong in a graph, said as Logseq would treat it. A class holds the checks of one subject; each reports what it finds
 * under a {@link io.github.logseqls.check.Code}.
 */
@NullMarked
package io.github.logseqls.check;

import org.jspecify.annotations.NullMarked;
