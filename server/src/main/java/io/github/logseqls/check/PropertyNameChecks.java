package io.github.logseqls.check;

import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.MissedLine;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;

/** Properties that are written almost right: their colons, or their names. */
final class PropertyNameChecks {

    private final Examined page;
    private final ImmutableMap<String, String> typos;

    PropertyNameChecks(Examined page) {
        this.page = page;
        this.typos = page.graph()
                .facts(page.page().path())
                .map(facts -> KeyTypo.in(page.graph(), facts))
                .orElseGet(ImmutableMap::of);
    }

    void look(int block, List<MissedLine> missed) {
        for (Property property : page.outline().block(block).properties()) {
            look(block, property);
        }
        missed.forEach(this::look);
    }

    private void look(int block, Property property) {
        String key = property.key().name();
        if (typos.containsKey(key)) {
            page.report(
                    Code.PROPERTY_TYPO,
                    page.outline().inPage(block, property.keySpan()),
                    "Nothing else in this graph has a property %s, and Logseq takes it for one of its own. Was %s meant?"
                            .formatted(key, typos.get(key)));
        }
    }

    private void look(MissedLine line) {
        PropertyKey key = PropertyKey.of(line.key());
        boolean isKnown = key.isBuiltIn()
                || !page.graph().links().files(new Symbol.Key(key.name())).isEmpty();
        // What looks like an id is looked at with the ids.
        if (line.kind() == MissedLine.Kind.DATE || key.name().equals("id") || !isKnown) {
            return;
        }
        String reason = switch (line.kind()) {
            case NO_SPACE -> "a space has to stand behind the two colons";
            case SPACE_BEFORE -> "no space may stand before the two colons";
            case FULL_WIDTH_COLON -> "the colons are full-width ones";
            default -> "in Org, properties stand in a :PROPERTIES: drawer";
        };
        String form = line.kind() == MissedLine.Kind.NOT_IN_ORG
                ? ":%s: between :PROPERTIES: and :END:".formatted(line.key())
                : "%s:: and a space".formatted(line.key());
        page.report(
                Code.PROPERTY_SYNTAX,
                line.span(),
                "Logseq does not see a property here, but text: %s. Write %s.".formatted(reason, form));
    }
}
