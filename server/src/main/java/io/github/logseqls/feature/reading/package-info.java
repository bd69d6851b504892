/** Notes as people read them: hovers, previews, references with what is around them, documents to read. */
@NullMarked
package io.github.logseqls.feature.reading;

import org.jspecify.annotations.NullMarked;
