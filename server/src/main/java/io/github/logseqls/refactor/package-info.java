/** Notes brought into another form: what is offered at a place, and what it would change, each kind a class. */
@NullMarked
package io.github.logseqls.refactor;

import org.jspecify.annotations.NullMarked;
