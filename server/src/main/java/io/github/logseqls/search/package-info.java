/** Finding pages and blocks by what people remember of their text. */
@NullMarked
package io.github.logseqls.search;

import org.jspecify.annotations.NullMarked;
