package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;

/**
 * What gives something another name.
 *
 * @param what both names, for the user
 * @param warnings what the user should know before that is made
 */
public record Renaming(String what, Change change, ImmutableList<String> warnings) {}
