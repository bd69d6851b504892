package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.logseqls.outline.BlockId;

/**
 * What of the findings in a graph is said, and how severe it is. Where nothing is set, each kind of finding has a severity of its own.
 *
 * @param severities by the name of a kind of finding, {@code broken-block-ref} say
 * @param ignoredIds blocks about whose ids nothing is said
 */
public record CheckSettings(ImmutableMap<String, Severity> severities, ImmutableSet<BlockId> ignoredIds) {

    /** Nothing is set. */
    public static final CheckSettings NONE = new CheckSettings(ImmutableMap.of(), ImmutableSet.of());

    /** How severe findings of this name are, where nothing is set {@code usually} so. */
    public Severity severity(String name, Severity usually) {
        return severities.getOrDefault(name, usually);
    }

    /** These settings where others say nothing. */
    public CheckSettings overriddenBy(CheckSettings others) {
        if (others.equals(NONE)) {
            return this;
        }
        return new CheckSettings(
                ImmutableMap.<String, Severity>builder()
                        .putAll(severities)
                        .putAll(others.severities)
                        .buildKeepingLast(),
                ImmutableSet.copyOf(Sets.union(ignoredIds, others.ignoredIds)));
    }
}
