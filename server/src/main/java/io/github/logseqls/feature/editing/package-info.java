/** What editors are given to edit: renames, actions and commands, typed keys, formatting, files. */
@NullMarked
package io.github.logseqls.feature.editing;

import org.jspecify.annotations.NullMarked;
