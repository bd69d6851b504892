package io.github.logseqls.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.BlockId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an editor keeps of a block that was found, to name it again when the page may have changed.
 *
 * @param index which of the page's blocks it was
 * @param title its first line
 * @param id its id, where it has one
 */
public record FoundBlock(int index, String title, Optional<BlockId> id) {

    public static FoundBlock of(BlockAt block) {
        return new FoundBlock(
                block.index(), Places.shortTitle(block), block.block().id());
    }

    /** What {@link #json} made; empty for anything else, as editors may send what they like. */
    public static Optional<FoundBlock> of(JsonObject data) {
        JsonElement index = data.get("block");
        JsonElement title = data.get("title");
        boolean known = index != null
                && index.isJsonPrimitive()
                && index.getAsJsonPrimitive().isNumber();
        return known && title != null && title.isJsonPrimitive()
                ? Optional.of(new FoundBlock(index.getAsInt(), title.getAsString(), id(data)))
                : Optional.empty();
    }

    private static Optional<BlockId> id(JsonObject data) {
        JsonElement id = data.get("id");
        return id != null && id.isJsonPrimitive() ? BlockId.parse(id.getAsString()) : Optional.empty();
    }

    public JsonObject json() {
        JsonObject data = new JsonObject();
        data.addProperty("block", index);
        data.addProperty("title", title);
        id.ifPresent(known -> data.addProperty("id", known.toString()));
        return data;
    }

    /** The block with its id, else the one of its first line that stands nearest to where it was. */
    public Optional<BlockAt> in(Page page) {
        return id.stream()
                .flatMap(known -> page.outline().blocks(known).stream())
                .map(at -> new BlockAt(page, at))
                .findFirst()
                .or(() -> titled(page));
    }

    private Optional<BlockAt> titled(Page page) {
        return IntStream.range(0, page.outline().size())
                .mapToObj(at -> new BlockAt(page, at))
                .filter(block -> Places.shortTitle(block).equals(title))
                .min(Comparator.comparingInt(block -> Math.abs(block.index() - index)));
    }
}
