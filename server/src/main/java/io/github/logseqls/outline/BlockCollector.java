package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.Map;

/** Gathers what a scanner meets, in order, into blocks with spans of their own. */
final class BlockCollector {

    /** What openers lack, each list once: a page may have many openers of one kind. */
    private final Map<ImmutableList<String>, ImmutableList<String>> closers = new HashMap<>();

    private final ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    private ImmutableList.Builder<Unclosed> unclosed = ImmutableList.builder();
    private ImmutableList.Builder<Construct> constructs = ImmutableList.builder();
    /** Whether the group was met that counts, which may be an empty one. */
    private boolean hasProperties;

    private ImmutableList<Property> properties = ImmutableList.of();
    private Block.Kind kind = Block.Kind.PREAMBLE;
    private int start;
    private int width = 1;
    private int contentStart;
    private int titleStart;
    private TaskMarks taskMarks = TaskMarks.NONE;

    /** An opener was met that nothing closes. */
    void add(Unclosed opener) {
        ImmutableList<String> shared = closers.computeIfAbsent(opener.closers(), same -> same);
        unclosed.add(new Unclosed(opener.kind(), opener.start() - start, shared, opener.isAbsent()));
    }

    /** A new block begins: at {@code at} with its indentation, its own text at {@code content}. */
    void start(Block.Kind newKind, int at, int newWidth, int content) {
        close(at);
        kind = newKind;
        start = at;
        width = newWidth;
        contentStart = content;
        titleStart = content;
    }

    /** The running text of the block's first line begins at {@code at}, behind these marks. */
    void title(int at, TaskMarks marks) {
        titleStart = at;
        taskMarks = marks;
    }

    void add(Construct construct) {
        constructs.add(construct.shift(-start));
    }

    void add(ConstructAt met) {
        add(met.construct());
        if (met.construct().kind() == Construct.Kind.PROPERTIES && !hasProperties) {
            hasProperties = true;
            properties = met.properties().stream().map(this::inBlock).collect(ImmutableList.toImmutableList());
        }
    }

    ImmutableList<Block> finish(int end) {
        close(end);
        return blocks.build();
    }

    private void close(int end) {
        // Only the preamble can be empty: when the page begins with a bullet.
        if (end > start) {
            blocks.add(new Block(
                    kind,
                    end - start,
                    width,
                    contentStart - start,
                    titleStart - start,
                    taskMarks,
                    unclosed.build(),
                    constructs.build(),
                    properties));
        }
        constructs = ImmutableList.builder();
        hasProperties = false;
        properties = ImmutableList.of();
        taskMarks = TaskMarks.NONE;
        unclosed = ImmutableList.builder();
    }

    private Property inBlock(Property property) {
        Span key = property.keySpan().shift(-start);
        return new Property(
                property.key(), property.value(), key, property.valueSpan().shift(-start));
    }
}
