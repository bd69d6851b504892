/**
 * One class a feature: pure functions from a snapshot and a position to LSP data, in a package a subject. Here is what they share.
 */
@NullMarked
package io.github.logseqls.feature;

import org.jspecify.annotations.NullMarked;
