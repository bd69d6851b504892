package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Comparator;

/** Reads the values of properties as the settings of their graph ask for (format.md 2.4). */
record PropertyReader(Syntax syntax, GraphConfig config) {

    private static final Splitter COMMAS =
            Splitter.on(CharMatcher.anyOf(",，")).trimResults(Whitespace.ANY).omitEmptyStrings();
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    /** The greatest number that Logseq takes for one; more digits stay text. */
    private static final long GREATEST = (1L << 53) - 1;

    PropertyValue value(PropertyKey key, WrittenProperty property) {
        String text = Whitespace.ANY.trimFrom(property.text());
        boolean ignored = config.ignoredPageReferences().contains(key.name());
        if (ignored || isUnparsed(key) || property.isQuoted()) {
            return new PropertyValue.Words(text);
        }
        ImmutableSet<String> linked = property.pages(syntax);
        ImmutableSet<String> pages = isSeparatedByCommas(key) ? union(linked, plainNames(text)) : linked;
        return pages.isEmpty() ? scalar(text) : new PropertyValue.Pages(pages);
    }

    /** The pages that a property refers to: those of its value, and the one that its key names. */
    ImmutableSet<String> pages(PropertyKey key, PropertyValue value, WrittenProperty property) {
        ImmutableSet.Builder<String> pages = ImmutableSet.builder();
        if (value instanceof PropertyValue.Pages found) {
            pages.addAll(found.titles());
        } else if (!isUnparsed(key) && !property.isQuoted()) {
            // The references of an ignored property count though its value is text.
            pages.addAll(property.pages(syntax));
        }
        String name = key.page();
        if (config.isPropertyPage(name) && !new PropertyKey(name).isBuiltIn()) {
            pages.add(name);
        }
        return pages.build();
    }

    /** Whether the app itself uses the property and looks for nothing in its text. */
    static boolean isUnparsed(PropertyKey key) {
        return key.isBuiltIn() && !key.isLinkable() && key.type() == PropertyKey.Type.TEXT;
    }

    private boolean isSeparatedByCommas(PropertyKey key) {
        return key.isLinkable() || config.separatedByCommas().contains(key.name());
    }

    private static PropertyValue scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new PropertyValue.Truth(text.equals("true"));
        }
        boolean digits = !text.isEmpty() && DIGIT.matchesAllOf(text);
        String significant = digits ? CharMatcher.is('0').trimLeadingFrom(text) : "";
        if (digits && significant.length() <= 16) {
            long number = Long.parseLong("0" + significant);
            if (number <= GREATEST) {
                return new PropertyValue.Whole(number);
            }
        }
        return new PropertyValue.Words(text);
    }

    /** What stands between commas in the plain text of a value, which Logseq reads as it reads a page. */
    private ImmutableSet<String> plainNames(String value) {
        Outline outline = Outline.parse(Text.of(value), syntax);
        boolean paragraph = outline.size() == 1
                && outline.block(0).kind() == Block.Kind.PREAMBLE
                && outline.block(0).constructs().isEmpty();
        if (!paragraph) {
            return ImmutableSet.of();
        }
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        int plain = 0;
        for (Inline inline : ImmutableList.sortedCopyOf(
                Comparator.comparingInt(inline -> inline.span().start()), outline.inlines(0))) {
            Span span = inline.span();
            if (span.start() > plain) {
                names.addAll(COMMAS.split(value.substring(plain, span.start())));
            }
            plain = Math.max(plain, span.end());
        }
        return names.addAll(COMMAS.split(value.substring(plain))).build();
    }

    /** Both, the larger one first, as Logseq's sets join. */
    private static ImmutableSet<String> union(ImmutableSet<String> first, ImmutableSet<String> second) {
        ImmutableSet.Builder<String> both = ImmutableSet.builder();
        return first.size() < second.size()
                ? both.addAll(second).addAll(first).build()
                : both.addAll(first).addAll(second).build();
    }
}
