/** Suggestions while one types. */
@NullMarked
package io.github.logseqls.feature.completion;

import org.jspecify.annotations.NullMarked;
