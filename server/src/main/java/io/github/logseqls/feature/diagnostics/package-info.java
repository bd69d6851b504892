/** What is wrong, as editors are told. */
@NullMarked
package io.github.logseqls.feature.diagnostics;

import org.jspecify.annotations.NullMarked;
