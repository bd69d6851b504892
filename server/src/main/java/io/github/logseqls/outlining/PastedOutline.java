package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Blocks from elsewhere put into a page, indented as their place asks for: in the place of an empty block, else below one whose
 * children can be seen, else behind it. Ids stay what they are, but for those that a block has by now: so what was cut keeps its
 * id, and a copy gets another one.
 */
public final class PastedOutline {

    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

    /** What may hold bullets that are no blocks. */
    private static final Set<Construct.Kind> VERBATIM = EnumSet.of(
            Construct.Kind.FENCE,
            Construct.Kind.BEGIN,
            Construct.Kind.MATH,
            Construct.Kind.LATEX,
            Construct.Kind.HTML,
            Construct.Kind.COMMENT,
            Construct.Kind.DRAWER,
            Construct.Kind.EXAMPLE);

    private final Page page;
    private final Span selection;
    /** The page without what is selected. */
    private final Page base;

    private final PastedIds ids;
    /** The text with the ids that it gets. */
    private final String fresh;

    private final Outline pasted;

    private PastedOutline(Snapshot snapshot, Page page, Span selection, String text, FreshIds ids) {
        this.page = page;
        this.selection = selection;
        this.base = new Page(page.path(), page.outline().with(new Edit(selection, "")), page.config());
        this.ids = new PastedIds(snapshot, page, base.outline(), selection, ids);
        this.fresh = this.ids.fresh(text);
        this.pasted = read(withoutBlankLines(fresh));
    }

    /**
     * The edits; none where the text is to be pasted as it is. What is no outline, or finds no place as one, goes where it was
     * pasted, with new ids as well: somebody may have selected it from the middle of a block on.
     *
     * @param selection what the text replaces, in UTF-16 offsets
     */
    public static ImmutableList<Edit> edits(Snapshot snapshot, Page page, Span selection, String text, FreshIds ids) {
        String lines =
                LINE_END.matcher(text).replaceAll(LineEnds.of(page.outline().text()));
        PastedOutline paste = new PastedOutline(snapshot, page, selection, lines, ids);
        ImmutableList<Edit> blocks = paste.isOutline() && !paste.isVerbatim() ? paste.edits() : ImmutableList.of();
        return blocks.isEmpty() ? paste.inText(lines) : paste.ids.once(blocks);
    }

    /** The text where it was pasted; none where it stays as it is. */
    private ImmutableList<Edit> inText(String lines) {
        Edit asIs = new Edit(selection, lines);
        ImmutableList<Edit> edits = ids.once(ImmutableList.of(isVerbatim() ? asIs : new Edit(selection, fresh)));
        return edits.equals(ImmutableList.of(asIs)) ? ImmutableList.of() : edits;
    }

    private static String withoutBlankLines(String text) {
        int start = 0;
        for (int at = 0; at < text.length() && Character.isWhitespace(text.charAt(at)); at++) {
            if (text.charAt(at) == '\n') {
                start = at + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }

    private Outline read(String text) {
        return Outline.parse(Text.of(text), page.outline().syntax());
    }

    private boolean isOutline() {
        return pasted.size() > 0 && pasted.block(0).kind() == Block.Kind.BULLET;
    }

    private boolean isVerbatim() {
        int caret = selection.start();
        var index = base.outline().blockAt(caret);
        if (index.isEmpty()) {
            return false;
        }
        int start = base.outline().start(index.getAsInt());
        return base.outline().block(index.getAsInt()).constructs().stream()
                .filter(construct -> VERBATIM.contains(construct.kind()))
                .map(construct -> construct.span().shift(start))
                .anyMatch(span -> span.start() < caret && caret < span.end());
    }

    private ImmutableList<Edit> edits() {
        Outline outline = base.outline();
        if (outline.size() == 0) {
            Place place = Place.endOf(base);
            return at(place);
        }
        int index = outline.blockAt(selection.start()).orElseThrow();
        Text text = outline.text();
        Span line = text.line(text.lineOf(selection.start()));
        Span lines = BlockLines.of(outline, index, index + 1);
        if (outline.block(index).kind() == Block.Kind.PREAMBLE) {
            return selection.start() >= lines.end() ? belowProperties(lines.end()) : ImmutableList.of();
        }
        boolean isEmpty = outline.title(index).isEmpty() && lines.end() <= line.end() && line.start() <= lines.start();
        if (isEmpty) {
            return instead(index, line);
        }
        int content = outline.start(index) + outline.block(index).contentStart();
        if (selection.start() <= content) {
            return at(new Place(base, index, outline.level(index), Prefixes.of(outline, index)));
        }
        boolean isOpen = outline.hasChildren(index) && !outline.block(index).isCollapsed();
        return at(isOpen ? Place.firstBelow(base, index) : Place.behind(base, index));
    }

    /** Before the first block; where there is none, in the place of the blank lines above. */
    private ImmutableList<Edit> belowProperties(int from) {
        Place place = Place.startOf(base);
        return base.outline().size() > 1
                ? at(place)
                : at(place, edit -> new Edit(new Span(from, selection.start()), edit.replacement()));
    }

    private ImmutableList<Edit> instead(int index, Span line) {
        Outline outline = base.outline();
        for (IntFunction<String> prefixes : prefixes(index, Prefixes.of(outline, index))) {
            Edit edit = new Edit(line, Prefixed.lines(pasted, 0, pasted.size(), prefixes));
            WantedBlocks wanted = WantedBlocks.of(outline)
                    .without(index, index + 1)
                    .with(index, pasted, 0, pasted.size(), outline.level(index) - 1);
            if (wanted.areIn(outline.with(edit))) {
                return inPage(edit);
            }
        }
        return ImmutableList.of();
    }

    private ImmutableList<Edit> at(Place place) {
        return at(place, edit -> edit);
    }

    private ImmutableList<Edit> at(Place place, UnaryOperator<Edit> fitted) {
        Outline outline = base.outline();
        for (IntFunction<String> prefixes : prefixes(Math.max(0, place.at() - 1), place.prefix())) {
            String lines = Prefixed.lines(pasted, 0, pasted.size(), prefixes);
            Edit edit = fitted.apply(BlockLines.with(outline, place.at(), lines));
            WantedBlocks wanted =
                    WantedBlocks.of(outline).with(place.at(), pasted, 0, pasted.size(), place.level() - 1);
            if (wanted.areIn(outline.with(edit))) {
                return inPage(edit);
            }
        }
        return ImmutableList.of();
    }

    /** The step is that of the page where there is one to be seen, and else that of the text. */
    private List<IntFunction<String>> prefixes(int near, String prefix) {
        Page own = new Page(page.path(), pasted, page.config());
        String step = base.outline().size() == 0 ? Prefixes.step(own, 0) : Prefixes.step(base, near);
        return List.of(Prefixed.even(pasted, 0, prefix, step), Prefixed.shifted(pasted, 0, prefix, step));
    }

    /** An edit of the page without what is selected, as edits of the page. */
    private ImmutableList<Edit> inPage(Edit edit) {
        int length = selection.length();
        Span span = edit.span();
        if (span.start() <= selection.start() && selection.start() <= span.end()) {
            Span whole = new Span(span.start(), span.end() + length);
            String now = page.outline().text().slice(whole);
            Edit least = Edit.between(Text.of(now), edit.replacement());
            return ImmutableList.of(new Edit(least.span().shift(whole.start()), least.replacement()));
        }
        Edit other = span.start() > selection.start() ? new Edit(span.shift(length), edit.replacement()) : edit;
        return length == 0
                ? ImmutableList.of(other)
                : span.start() > selection.start()
                        ? ImmutableList.of(new Edit(selection, ""), other)
                        : ImmutableList.of(other, new Edit(selection, ""));
    }
}
