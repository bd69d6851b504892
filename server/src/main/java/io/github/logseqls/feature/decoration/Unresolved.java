package io.github.logseqls.feature.decoration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hint or a lens is about of which the editor asks for the rest when it is shown.
 *
 * @param uri the address of the document that it stands in, as the editor spells it
 * @param block the block that it is about; empty for the page
 */
public record Unresolved(String uri, Optional<BlockId> block) {

    /** What {@link #json} made; empty for anything else, as editors may send what they like. */
    static Optional<Unresolved> of(@Nullable Object data) {
        return data instanceof JsonObject object
                ? text(object.get("uri"))
                        .map(uri ->
                                new Unresolved(uri, text(object.get("block")).flatMap(BlockId::parse)))
                : Optional.empty();
    }

    JsonObject json() {
        JsonObject data = new JsonObject();
        data.addProperty("uri", uri);
        block.ifPresent(id -> data.addProperty("block", id.toString()));
        return data;
    }

    private static Optional<String> text(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
    }
}
