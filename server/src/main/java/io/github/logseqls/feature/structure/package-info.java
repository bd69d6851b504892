/** The shape of a page: folds, symbols and selections. */
@NullMarked
package io.github.logseqls.feature.structure;

import org.jspecify.annotations.NullMarked;
