/** What can stand where somebody writes: what is being typed there, and the blocks, pages and words that it may become. */
@NullMarked
package io.github.logseqls.completion;

import org.jspecify.annotations.NullMarked;
