/** Where something leads to, and what leads to it: definitions, references, links and hierarchies. */
@NullMarked
package io.github.logseqls.feature.navigation;

import org.jspecify.annotations.NullMarked;
