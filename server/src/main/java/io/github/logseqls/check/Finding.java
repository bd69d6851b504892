package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.text.Span;

/**
 * One thing that is wrong in a page.
 *
 * @param severity how severe it is by the settings that hold; never {@link Severity#OFF}
 * @param span where, in UTF-16 offsets in the page
 * @param message what is wrong, what Logseq will do, and what to do now
 * @param related other places that have to do with it
 */
public record Finding(Code code, Severity severity, Span span, String message, ImmutableList<Related> related) {

    /**
     * Another place.
     *
     * @param span in UTF-16 offsets in that page
     */
    public record Related(Page page, Span span, String message) {}
}
