/**
 * How what is wrong in a graph is mended. A class holds the fixes for one subject; each is offered where the finding is, and
 * computed when it is wanted.
 */
@NullMarked
package io.github.logseqls.fix;

import org.jspecify.annotations.NullMarked;
