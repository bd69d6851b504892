package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.AskedNames;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a property becomes another one, wherever a property of that key has it. */
final class ValueRename {

    private final Snapshot snapshot;
    private final String key;
    private final String before;
    private final Runnable whileWanted;

    ValueRename(Snapshot snapshot, String key, String before, Runnable whileWanted) {
        this.snapshot = snapshot;
        this.key = key;
        this.before = before;
        this.whileWanted = whileWanted;
    }

    Change to(String after) {
        if (after.isEmpty() || after.contains("\n") || after.contains("\r")) {
            throw new Refusal("The value of a property is one line.");
        }
        ImmutableSortedSet<PagePath> paths = ImmutableSortedSet.<PagePath>naturalOrder()
                .addAll(snapshot.graph().links().files(new Symbol.Key(key)))
                .addAll(snapshot.graph().links().files(new Symbol.AskedKey(key)))
                .build();
        List<PagePath> pages = paths.stream()
                .filter(snapshot.graph()::isPage)
                .filter(this::mayHave)
                .toList();
        return new Change(
                snapshot.pages().each(pages, path -> edited(path, after)).stream()
                        .flatMap(Optional::stream)
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of());
    }

    /** Values that are long are not indexed. */
    private boolean mayHave(PagePath path) {
        var symbols = snapshot.graph().facts(path).orElseThrow().symbols();
        return symbols.has(new Symbol.Value(key, before))
                || symbols.has(new Symbol.AskedKey(key))
                || symbols.names(Symbol.Value.class, Symbol.Value::key).stream().noneMatch(key::equals);
    }

    private Optional<Change.OfPage> edited(PagePath path, String after) {
        whileWanted.run();
        Page page = snapshot.page(path).orElseThrow(() -> new Refusal(Rewriting.CHANGED_ON_DISK.formatted(path)));
        ImmutableList<Edit> edits = edits(page, after);
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        Change change = Change.of(page, edits);
        if (!change.isOfKnownPages(snapshot.graph())) {
            throw new Refusal(Rewriting.CHANGED_ON_DISK.formatted(path));
        }
        Change.OfPage edited = change.pages().get(0);
        if (!values(page.outline(), after).equals(values(edited.after(), after))) {
            throw new Refusal("In %s Logseq would read the new value as something else.".formatted(path));
        }
        return Optional.of(edited);
    }

    private ImmutableList<Edit> edits(Page page, String after) {
        List<Edit> edits = new ArrayList<>();
        Outline outline = page.outline();
        for (int block = 0; block < outline.size(); block++) {
            for (Property property : outline.block(block).properties()) {
                if (property.key().name().equals(key) && property.value().equals(before)) {
                    edits.add(new Edit(outline.inPage(block, property.valueSpan()), after));
                }
            }
        }
        for (AskedName value : AskedNames.values(page)) {
            if (value.target().equals(new Target.OfKey(key))
                    && outline.text().slice(value.nameSpan()).equals(before)) {
                edits.add(new Edit(value.nameSpan(), asked(value, after)));
            }
        }
        return ImmutableList.sortedCopyOf(
                (one, other) -> Integer.compare(one.span().start(), other.span().start()), edits);
    }

    private static String asked(AskedName value, String after) {
        boolean isWord = value.form() == AskedName.Form.WORD && !after.matches("[\\p{L}\\p{N}_.-]+");
        return isWord ? "\"" + after + "\"" : after;
    }

    /** All properties as they are to be read afterwards. */
    private List<String> values(Outline outline, String after) {
        List<String> values = new ArrayList<>();
        for (int block = 0; block < outline.size(); block++) {
            for (Property property : outline.block(block).properties()) {
                boolean isOne =
                        property.key().name().equals(key) && property.value().equals(before);
                values.add(outline.level(block) + " " + property.key() + " " + (isOne ? after : property.value()));
            }
        }
        return values;
    }
}
