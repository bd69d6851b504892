package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that can be done at a place. What is offered says no more than the block there does; what comes of it is seen when it is wanted. */
public final class Refactorings {

    private static final List<Function<Spot, Stream<Refactoring>>> KINDS = List.of(
            WrappedText::at,
            BareLines::at,
            LinkedMention::at,
            TaskMarkers::at,
            PlannedDays::at,
            BlockReferences::at,
            TextAsReference::at,
            InlinedEmbed::at,
            Extraction::at,
            SplitBlock::at,
            JoinedBlocks::at,
            SortedChildren::at,
            ChildProperties::at,
            ListBlocks::at,
            HeadingOutline::at,
            PlainHeadings::at);

    private Refactorings() {}

    public static ImmutableList<Refactoring> at(Spot spot) {
        return KINDS.stream().flatMap(kind -> kind.apply(spot)).collect(ImmutableList.toImmutableList());
    }
}
