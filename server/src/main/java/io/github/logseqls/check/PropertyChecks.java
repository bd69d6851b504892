package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.FirstBlock;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties that Logseq ignores, loses, or takes for those of the page (format.md 2 and 8.3). */
final class PropertyChecks {

    private static final int LONGEST = 40;

    private final Examined page;

    /** The title of the page, once it was asked for. */
    private @Nullable String title;

    PropertyChecks(Examined page) {
        this.page = page;
    }

    void look(int block) {
        if (block == 0 && FirstBlock.losesBullet(page.outline())) {
            page.report(
                    Code.FIRST_BLOCK_LOSES_BULLET,
                    page.outline().title(0),
                    "When Logseq next saves this page it writes this first block without its bullet, as properties and text of the page. If that is not meant, put another block before it.");
        }
        if (page.outline().block(block).constructs().isEmpty()) {
            return;
        }
        List<Loss> losses = page.outline().losses(block);
        checkLaterGroups(block, losses);
        for (Loss loss : losses) {
            if (loss.what() == Loss.What.PROPERTY && loss.why() == Loss.Why.INVALID_KEY) {
                reportInvalid(loss.span());
            } else if (loss.what() == Loss.What.DIRECTIVE) {
                checkDirective(loss.span());
            }
        }
        checkDuplicates(block);
    }

    private void checkLaterGroups(int block, List<Loss> losses) {
        List<Span> lost = losses.stream()
                .filter(loss -> loss.what() == Loss.What.PROPERTY && loss.why() == Loss.Why.IN_LATER_GROUP)
                .map(Loss::span)
                .toList();
        int next = 0;
        for (Construct group : page.outline().block(block).constructs()) {
            Span span = page.outline().inPage(block, group.span());
            int first = next;
            while (next < lost.size() && span.contains(lost.get(next))) {
                next++;
            }
            if (next > first) {
                Span lines =
                        new Span(lost.get(first).start(), lost.get(next - 1).end());
                reportIgnored(block, lines, next - first);
            }
        }
    }

    private void reportIgnored(int block, Span lines, int count) {
        Property counting = page.outline().block(block).properties().get(0);
        page.report(
                Code.IGNORED_PROPERTY,
                lines,
                "Logseq ignores %s: only the first properties of a block count, up to the next line that is none. Move %s up to those."
                        .formatted(
                                count == 1 ? "this property" : "these %d properties".formatted(count),
                                count == 1 ? "it" : "them"),
                ImmutableList.of(new Related(
                        page.page(), page.outline().inPage(block, counting.keySpan()), "the properties that count")));
    }

    private void reportInvalid(Span line) {
        String text = page.outline().text().slice(line);
        String key = text.substring(0, text.indexOf(':', 1));
        // A byte order mark is reported by itself.
        if (text.length() > key.length() + "::".length() && !key.startsWith("\ufeff")) {
            page.report(
                    Code.PROPERTY_SYNTAX,
                    line,
                    "Logseq takes this line for a property named %s, which it cannot keep: its value does not count, nor do references in it. Use a name of letters, digits and dashes, or put a word before it if it is no property."
                            .formatted(Places.shorten(key, LONGEST)));
        }
    }

    /** Only what means something for a page: other keywords do no harm there. */
    private void checkDirective(Span span) {
        String text = page.outline().text().slice(span);
        int colon = text.indexOf(':');
        PropertyKey key = PropertyKey.of(text.substring("#+".length(), colon));
        String value = text.substring(colon + 1).strip();
        if (!key.isEditable() || value.isEmpty()) {
            return;
        }
        boolean names = key.name().equals("title") && title().equals(value);
        page.report(
                Code.HOISTED_DIRECTIVE,
                span,
                "Logseq takes #+%s: for the whole page, though it stands in a block%s. Put it at the top of the page if that is meant, else remove it."
                        .formatted(
                                text.substring(2, colon),
                                names
                                        ? ": the page is called \"%s\" by it".formatted(Places.shorten(value, LONGEST))
                                        : ""));
    }

    private String title() {
        String known = title;
        if (known == null) {
            known = page.page().title();
            title = known;
        }
        return known;
    }

    private void checkDuplicates(int block) {
        Map<PropertyKey, Property> counting = new HashMap<>();
        for (Property property : page.outline().block(block).properties().reverse()) {
            Property last = counting.putIfAbsent(property.key(), property);
            // Twice the same does no harm, and ids are looked at elsewhere.
            boolean isId = property.key().name().equals("id");
            if (last != null && !isId && !last.value().equals(property.value())) {
                reportOverridden(block, property, last);
            }
        }
    }

    private void reportOverridden(int block, Property property, Property last) {
        Span key = page.outline().inPage(block, property.keySpan());
        Span value = page.outline().inPage(block, property.valueSpan());
        page.report(
                Code.DUPLICATE_PROPERTY,
                new Span(key.start(), Math.max(key.end(), value.end())),
                "This block has %s twice, and Logseq takes the last one: this value is ignored. Join the two, or remove one."
                        .formatted(property.key()),
                ImmutableList.of(
                        new Related(page.page(), page.outline().inPage(block, last.keySpan()), "the one that counts")));
    }
}
