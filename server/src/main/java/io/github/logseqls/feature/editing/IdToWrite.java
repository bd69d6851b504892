package io.github.logseqls.feature.editing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.FoundBlock;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/**
 * The id that a block of another file gets when a reference to it was chosen.
 *
 * @param uri the address of that file
 * @param block the block, as it was when it was listed
 */
public record IdToWrite(String uri, FoundBlock block, BlockId newId) {

    /** The command behind the chosen item. */
    public static final String COMMAND = "logseq-ls.writeId";

    /** What the edit is called. */
    public static final String TITLE = "Give the block its id";

    private static final String BROKEN =
            " The reference that was just written leads nowhere: take it back and choose again.";

    /** What {@link #json} made; empty for anything else, as editors may send what they like. */
    public static Optional<IdToWrite> of(JsonObject data) {
        Optional<String> uri = text(data, "uri");
        Optional<BlockId> id = text(data, "newId").flatMap(BlockId::parse);
        return uri.isEmpty() || id.isEmpty()
                ? Optional.empty()
                : FoundBlock.of(data).map(block -> new IdToWrite(uri.get(), block, id.get()));
    }

    private static Optional<String> text(JsonObject data, String name) {
        JsonElement value = data.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    public JsonObject json() {
        JsonObject data = block.json();
        data.addProperty("uri", uri);
        data.addProperty("newId", newId.toString());
        return data;
    }

    /** What writes it; nothing where it stands somewhere already. */
    public ChangeEdits made(Snapshot snapshot, PagePath path, ClientAbilities client) {
        Optional<Page> page = snapshot.page(path);
        if (snapshot.graph().links().isDefined(newId)
                || page.isPresent() && !page.get().outline().blocks(newId).isEmpty()) {
            return ChangeEdits.NONE;
        }
        Optional<BlockAt> found = page.flatMap(block::in);
        if (found.isEmpty()) {
            return ChangeEdits.refused("“" + block.title() + "” is no more in " + path.path() + "." + BROKEN);
        }
        Optional<BlockId> other = found.get().block().id();
        if (other.isPresent()) {
            return ChangeEdits.refused(
                    "“%s” has got another id meanwhile.%s".formatted(Places.shortTitle(found.get()), BROKEN));
        }
        return IdLine.read(found.get(), newId)
                .map(line -> Change.of(found.get().page(), line))
                .map(change -> change.isOfKnownPages(snapshot.graph())
                        ? ChangeEdits.of(snapshot, found.get().page(), change, TITLE, client)
                        : ChangeEdits.refused(path.path()
                                + " was just changed on disk, and is being read. Take the reference back and"
                                + " choose again then."))
                .orElseGet(() -> ChangeEdits.refused(
                        "Logseq would read no id of “" + block.title() + "” where it stands." + BROKEN));
    }
}
