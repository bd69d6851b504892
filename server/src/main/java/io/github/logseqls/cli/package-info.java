/** The command line. */
@NullMarked
package io.github.logseqls.cli;

import org.jspecify.annotations.NullMarked;
