/** What editors show at the text itself: tokens, colours, hints, lenses and displays. */
@NullMarked
package io.github.logseqls.feature.decoration;

import org.jspecify.annotations.NullMarked;
