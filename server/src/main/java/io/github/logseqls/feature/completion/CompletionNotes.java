package io.github.logseqls.feature.completion;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.FoundBlock;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.feature.reading.BlockHover;
import io.github.logseqls.feature.reading.FileHover;
import io.github.logseqls.feature.reading.PageHover;
import io.github.logseqls.feature.reading.PropertyHover;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;

/** What is told of an item beside the list, when somebody looks at it: as a hover would. */
public final class CompletionNotes {

    private CompletionNotes() {}

    /** What an editor keeps of an item to ask for it; empty where there is nothing to tell. */
    static JsonObject json(About about, String uri, Snapshot snapshot) {
        if (about instanceof About.OfBlock block) {
            JsonObject data = FoundBlock.of(block.block()).json();
            data.addProperty("uri", snapshot.pages().uri(block.block().page().path()));
            return data;
        }
        JsonObject data = new JsonObject();
        if (about instanceof About.OfTarget target) {
            if (target.target() instanceof Target.OfPage page) {
                data.addProperty("page", page.title());
            } else if (target.target() instanceof Target.OfKey key) {
                data.addProperty("key", key.key());
            } else if (target.target() instanceof Target.OfFile file) {
                data.addProperty("file", file.path().path());
            }
        }
        if (!data.isEmpty()) {
            data.addProperty("uri", uri);
        }
        return data;
    }

    /** The address of a file of the graph that an item is about; empty where nothing more can be told of it. */
    public static Optional<String> uri(CompletionItem item) {
        return item.getData() instanceof JsonObject data ? text(data, "uri") : Optional.empty();
    }

    /**
     * The item with its documentation.
     *
     * @param path the file at its {@link #uri}
     * @param today the day that distances are told from
     */
    public static CompletionItem resolved(
            Snapshot snapshot, PagePath path, CompletionItem item, LocalDate today, ClientAbilities client) {
        Markup markup = client.completions().markdown() ? Markup.MARKDOWN : Markup.PLAIN;
        if (item.getData() instanceof JsonObject data) {
            documentation(snapshot, path, data, today, markup)
                    .ifPresent(text -> item.setDocumentation(markup.message(text)));
        }
        return item;
    }

    private static Optional<String> documentation(
            Snapshot snapshot, PagePath path, JsonObject data, LocalDate today, Markup markup) {
        Optional<String> page = text(data, "page");
        if (page.isPresent()) {
            Target.OfPage target = new Target.OfPage(PageName.of(page.get()), page.get());
            return Optional.of(PageHover.of(snapshot, target, today, markup));
        }
        return text(data, "key")
                .map(key -> PropertyHover.of(snapshot.graph(), key, markup))
                .or(() -> text(data, "file").map(file -> FileHover.of(snapshot, new PagePath(file), markup)))
                .or(() -> FoundBlock.of(data)
                        .flatMap(found -> snapshot.page(path).flatMap(found::in))
                        .map(block -> BlockHover.of(snapshot, block, markup)));
    }

    private static Optional<String> text(JsonObject data, String name) {
        JsonElement value = data.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }
}
