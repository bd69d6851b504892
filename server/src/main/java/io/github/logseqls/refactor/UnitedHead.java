package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.PageLines;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageProperties;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says of itself as a whole, said by another one too: its tags and aliases come behind those of the other, its other
 * properties where the other has none of the kind.
 *
 * @param edits in the other page
 * @param text what stands before the first bullet besides, as a block
 * @param conflicts the properties that both have with different values
 */
record UnitedHead(ImmutableList<Edit> edits, ImmutableList<Draft> text, ImmutableList<String> conflicts) {

    private static final Set<String> LISTS = Set.of("tags", "alias");
    private static final Set<Construct.Kind> PROPERTIES =
            Set.of(Construct.Kind.PROPERTIES, Construct.Kind.DIRECTIVE, Construct.Kind.FRONT_MATTER);

    static UnitedHead of(Page from, Page into) {
        ImmutableMap<String, String> there = PageProperties.texts(into);
        Map<String, String> added = new LinkedHashMap<>();
        ImmutableList.Builder<Edit> edits = ImmutableList.builder();
        ImmutableList.Builder<String> conflicts = ImmutableList.builder();
        PageProperties.texts(from).forEach((key, text) -> {
            String value = text.strip();
            Optional<String> other = Optional.ofNullable(there.get(key)).map(String::strip);
            if (key.equals("title")
                    || value.isEmpty()
                    || other.filter(value::equals).isPresent()) {
                return;
            }
            Optional<Edit> longer =
                    other.isPresent() && LISTS.contains(key) ? longer(into, key, value) : Optional.empty();
            if (other.isEmpty()) {
                added.put(key, value);
            } else if (longer.isPresent()) {
                edits.add(longer.get());
            } else {
                conflicts.add(key);
            }
        });
        if (!added.isEmpty()) {
            edits.add(PageLines.added(into, added));
        }
        return new UnitedHead(edits.build(), text(from), conflicts.build());
    }

    private static boolean hasPreamble(Page page) {
        return page.outline().size() > 0 && page.outline().block(0).kind() == Block.Kind.PREAMBLE;
    }

    /** A list with more behind its last one, in whatever form the page has it. */
    private static Optional<Edit> longer(Page page, String key, String more) {
        Pattern line = Pattern.compile("(?i)[ \\t]*(?:#\\+" + key + ":|" + key + "::|:" + key + ":|" + key + ":)(.*)");
        Text text = page.outline().text();
        int last = text.lineOf(page.outline().span(0).end());
        for (int at = 0; hasPreamble(page) && at <= last; at++) {
            Span span = text.line(at);
            Matcher found = line.matcher(text.slice(span));
            if (found.matches()) {
                int end = Math.max(text.trimmed(span).end(), span.start() + found.start(1));
                boolean isEmpty = found.group(1).isBlank();
                return Optional.of(new Edit(new Span(end, end), isEmpty ? " " + more : ", " + more));
            }
        }
        return Optional.empty();
    }

    private static ImmutableList<Draft> text(Page page) {
        if (!hasPreamble(page)) {
            return ImmutableList.of();
        }
        Outline outline = page.outline();
        List<Edit> gone = new ArrayList<>();
        for (Construct construct : outline.block(0).constructs()) {
            if (PROPERTIES.contains(construct.kind())) {
                gone.add(new Edit(construct.span(), ""));
            }
        }
        String left = Text.of(outline.text().slice(outline.span(0)))
                .withAll(gone)
                .string()
                .replace("\r\n", "\n")
                .replace("\uFEFF", "")
                .strip();
        return left.isEmpty() ? ImmutableList.of() : ImmutableList.of(new Draft(1, left));
    }
}
