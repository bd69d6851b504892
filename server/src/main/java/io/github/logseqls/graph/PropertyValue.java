package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;

/** What Logseq makes of the text behind a property's key (format.md 2.4). */
public sealed interface PropertyValue {

    /** Mere text: a value in double quotes, of a property that is never read, or in which nothing else was found. */
    record Words(String text) implements PropertyValue {}

    /** The pages that the value refers to, in their order; the text around them is gone. */
    record Pages(ImmutableSet<String> titles) implements PropertyValue {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements PropertyValue {}

    /** Digits. */
    record Whole(long value) implements PropertyValue {}
}
