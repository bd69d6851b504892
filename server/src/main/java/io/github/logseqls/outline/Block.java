package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One block of a page: a bullet or heading with all lines below it up to the next one, or what stands before the first.
 *
 * <p>A block knows its own length and the spans inside it, counted in UTF-16 offsets from its start. It does not know
 * where in the page it stands: text before it can change and it stays the same object. Its inline markup is read
 * when first asked for, once.
 */
public final class Block {

    /** What starts a block (format.md 1.1 and 1.4). */
    public enum Kind {
        /** The text before the first bullet or heading. */
        PREAMBLE,
        /** {@code - text}. */
        BULLET,
        /** {@code # text} without a bullet; always on the first level. */
        HEADING
    }

    private final Kind kind;
    private final int length;
    private final int width;
    private final int contentStart;
    private final int titleStart;
    private final TaskMarks taskMarks;
    private final ImmutableList<Unclosed> unclosed;
    private final ImmutableList<Construct> constructs;
    private final ImmutableList<Property> properties;
    private final @Nullable BlockId id;
    private volatile @Nullable ImmutableList<Inline> inlines;

    Block(
            Kind kind,
            int length,
            int width,
            int contentStart,
            int titleStart,
            TaskMarks taskMarks,
            ImmutableList<Unclosed> unclosed,
            ImmutableList<Construct> constructs,
            ImmutableList<Property> properties) {
        this.kind = kind;
        this.length = length;
        this.width = width;
        this.contentStart = contentStart;
        this.titleStart = titleStart;
        this.taskMarks = taskMarks;
        this.unclosed = unclosed;
        this.constructs = constructs;
        this.properties = properties;
        this.id = property("id")
                .flatMap(property -> BlockId.parse(property.value()))
                .orElse(null);
    }

    public Kind kind() {
        return kind;
    }

    /** All characters up to the start of the next block, in UTF-16 units. */
    public int length() {
        return length;
    }

    /** Logseq's raw level: the number of whitespace characters before the bullet, plus one. */
    public int width() {
        return width;
    }

    /** Where the block's text begins: behind the bullet and the one space after it; at the {@code #} of a heading. */
    public int contentStart() {
        return contentStart;
    }

    /** Where the running text of the first line begins: behind task marker and priority. */
    int titleStart() {
        return titleStart;
    }

    /** Task marker and priority, where the block has them. */
    public TaskMarks taskMarks() {
        return taskMarks;
    }

    /** The openers whose own closers are missing, in order: text behind the block could close them one day. */
    public ImmutableList<Unclosed> unclosed() {
        return unclosed;
    }

    /** Whether a block was read just as this one; blocks of the same text are then interchangeable. */
    boolean isReadAs(Block other) {
        return kind == other.kind
                && length == other.length
                && width == other.width
                && contentStart == other.contentStart
                && titleStart == other.titleStart
                && unclosed.equals(other.unclosed)
                && taskMarks.equals(other.taskMarks)
                && constructs.equals(other.constructs)
                && properties.equals(other.properties);
    }

    /** What is not running text, in order, without overlap. */
    public ImmutableList<Construct> constructs() {
        return constructs;
    }

    /** The first group of properties, the only one that counts (format.md 2.2), in order. */
    public ImmutableList<Property> properties() {
        return properties;
    }

    /** The property that counts for {@code key}: the last one written. */
    public Optional<Property> property(String key) {
        for (Property property : properties.reverse()) {
            if (property.key().name().equals(key)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /** The id that the block claims, which an earlier block may have taken already. */
    public Optional<BlockId> id() {
        return Optional.ofNullable(id);
    }

    /** Whether the block is marked as folded; any value but {@code false} does it (format.md 8.1). */
    public boolean isCollapsed() {
        return property("collapsed")
                .map(property -> !property.value().equals("false"))
                .orElse(false);
    }

    /** The markup in the block's running text, in no promised order; the block starts at {@code start} in {@code text}. */
    ImmutableList<Inline> inlines(Syntax syntax, Text text, int start) {
        ImmutableList<Inline> found = inlines;
        if (found == null) {
            Span all = new Span(start, start + length);
            boolean mayHold = text.ask(new Span(start + contentStart, all.end()), Openers.question(syntax));
            found = mayHold ? Prose.inlines(syntax, this, text.slice(all)) : ImmutableList.of();
            inlines = found;
        }
        return found;
    }
}
