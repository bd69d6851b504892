/** The LSP services: lifecycle, capabilities, dispatch, cancellation, progress, publishing. */
@NullMarked
package io.github.logseqls.server;

import org.jspecify.annotations.NullMarked;
