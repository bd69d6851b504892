package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMap;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ids that stand in an EDN file, whatever they are there for, found by looking for {@code #uuid "..."}. Taking too many
 * for defined hides a broken reference; taking too few would raise a false alarm.
 */
public final class DataIds {

    private static final String TAG = "#uuid \"";

    private DataIds() {}

    /** Each id with the span of its first occurrence. */
    public static ImmutableMap<BlockId, Span> in(String text) {
        Map<BlockId, Span> ids = new LinkedHashMap<>();
        for (int tag = text.indexOf(TAG); tag >= 0; tag = text.indexOf(TAG, tag + 1)) {
            int start = tag + TAG.length();
            int end = Math.min(text.length(), start + BlockId.LENGTH);
            Optional<BlockId> id = BlockId.parse(text.substring(start, end));
            id.ifPresent(found -> ids.putIfAbsent(found, new Span(start, end)));
        }
        return ImmutableMap.copyOf(ids);
    }
}
