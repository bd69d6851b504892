/** One page's text as an outline: blocks, properties and inlines. Knows nothing of files, other pages or LSP. */
@NullMarked
package io.github.logseqls.outline;

import org.jspecify.annotations.NullMarked;
