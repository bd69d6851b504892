package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.outline.Unclosed;
import java.util.HashSet;
import java.util.Set;

/** Whether the structure, the properties or the dates of a block may be wrong: told at a glance, and too often rather. */
final class BlockFlaws {

    private BlockFlaws() {}

    static boolean mayBeIn(Outline outline, int index, ImmutableList<Inline> inlines) {
        Block block = outline.block(index);
        return !block.unclosed().isEmpty() && block.unclosed().stream().anyMatch(BlockFlaws::isOpener)
                || hasOddConstruct(outline, index)
                || hasOddProperty(block.properties())
                || hasOddDate(outline, index, inlines)
                || !MissedLine.in(outline, index).isEmpty();
    }

    private static boolean isOpener(Unclosed unclosed) {
        return switch (unclosed.kind()) {
            case FENCE, BEGIN, DRAWER, MATH, LATEX, HTML, COMMENT -> true;
            default -> false;
        };
    }

    private static boolean hasOddConstruct(Outline outline, int index) {
        Block block = outline.block(index);
        boolean hasGroup = false;
        for (Construct construct : block.constructs()) {
            boolean isOdd = switch (construct.kind()) {
                case PROPERTIES -> hasGroup;
                case DIRECTIVE -> block.kind() != Block.Kind.PREAMBLE;
                default -> !outline.swallowedBullets(index, construct).isEmpty();
            };
            if (isOdd) {
                return true;
            }
            hasGroup |= construct.kind() == Construct.Kind.PROPERTIES;
        }
        return false;
    }

    private static boolean hasOddProperty(ImmutableList<Property> properties) {
        if (properties.isEmpty()) {
            return false;
        }
        Set<PropertyKey> keys = new HashSet<>();
        for (Property property : properties) {
            if (!keys.add(property.key()) || !property.key().isValid()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOddDate(Outline outline, int index, ImmutableList<Inline> inlines) {
        int planned = 0;
        for (Inline inline : inlines) {
            if (inline instanceof Timestamp date) {
                boolean plans = WrittenDate.plans(date);
                planned += plans ? 1 : 0;
                if (!WrittenDate.of(date).isOrdinary() || plans && isOutOfPlace(outline, index, date)) {
                    return true;
                }
            }
        }
        return planned > 1 && !outline.block(index).constructs().isEmpty();
    }

    private static boolean isOutOfPlace(Outline outline, int index, Timestamp date) {
        return !date.leads() || outline.title(index).touches(date.span().start());
    }
}
