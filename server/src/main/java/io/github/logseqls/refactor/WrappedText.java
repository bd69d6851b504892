package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.outline.Verbatim;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Selected text as a link, a tag, code or a quote; and one of these as mere text again. */
final class WrappedText {

    private static final ImmutableSet<Construct.Kind> VERBATIM = ImmutableSet.of(
            Construct.Kind.FENCE,
            Construct.Kind.MATH,
            Construct.Kind.LATEX,
            Construct.Kind.HTML,
            Construct.Kind.COMMENT,
            Construct.Kind.EXAMPLE,
            Construct.Kind.DRAWER,
            Construct.Kind.PROPERTIES,
            Construct.Kind.HICCUP);

    private WrappedText() {}

    static Stream<Refactoring> at(Spot spot) {
        Optional<BlockAt> block = spot.wholeBlock();
        if (block.isEmpty()) {
            return Stream.of();
        }
        Span selected = spot.outline().text().trimmed(spot.selection());
        return spot.selection().isEmpty() || selected.isEmpty()
                ? unwrapped(spot, block.get(), spot.selection()).stream()
                : Stream.concat(unwrapped(spot, block.get(), selected).stream(), wrapped(spot, block.get(), selected));
    }

    private static Stream<Refactoring> wrapped(Spot spot, BlockAt block, Span selected) {
        Outline outline = spot.outline();
        boolean isText = selected.start() >= outline.titleStart(block.index()) && !isInVerbatim(block, selected);
        if (!isText) {
            return Stream.of();
        }
        String text = outline.text().slice(selected);
        boolean isOneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return isOneLine && !isCut(block, selected)
                ? Stream.concat(ofLine(spot, block, selected, text), ofLines(spot, block, selected))
                : ofLines(spot, block, selected);
    }

    private static Stream<Refactoring> ofLine(Spot spot, BlockAt block, Span selected, String text) {
        String code = spot.isOrg() ? "~" : "`";
        boolean isName = !text.contains("[") && !text.contains("]") && !text.contains("#");
        Stream<Refactoring> names = isName
                ? Stream.of(
                        wrap(spot, block, selected, "wrapInLink", "Make it a link", "[[" + text + "]]", text),
                        wrap(spot, block, selected, "wrapInTag", "Make it a tag", "#[[" + text + "]]", text))
                : Stream.of();
        return Stream.concat(
                names,
                text.contains(code)
                        ? Stream.of()
                        : Stream.of(wrap(spot, block, selected, "wrapInCode", "Make it code", code + text + code, "")));
    }

    private static Refactoring wrap(
            Spot spot, BlockAt block, Span selected, String name, String title, String written, String page) {
        return new Refactoring(
                name,
                Refactoring.Kind.REWRITE,
                title,
                () -> named(spot, block, selected, shortTag(written, spot, block, selected), page));
    }

    /** A tag without brackets where it is read alike. */
    private static String shortTag(String written, Spot spot, BlockAt block, Span selected) {
        if (!written.startsWith("#[[")) {
            return written;
        }
        String name = written.substring("#[[".length(), written.length() - "]]".length());
        Outline now = spot.outline().with(new Edit(selected, "#" + name));
        boolean isAlike = now.size() == spot.outline().size()
                && now.inlines(block.index()).stream()
                        .anyMatch(inline -> inline instanceof Tag tag
                                && tag.span().equals(new Span(selected.start(), selected.end() + 1)));
        return isAlike ? "#" + name : written;
    }

    private static Refactored named(Spot spot, BlockAt block, Span selected, String written, String page) {
        Change change = Change.of(spot.page(), new Edit(selected, written));
        if (page.isEmpty()) {
            return Trial.within(spot, block.index(), change);
        }
        Outline now = change.pages().get(0).after();
        PageName name = PageName.of(page);
        Span there = new Span(selected.start(), selected.start() + written.length());
        boolean isNamed = now.size() == spot.outline().size()
                && Mentions.of(new Page(spot.page().path(), now, spot.page().config()), block.index()).stream()
                        .anyMatch(mention -> there.contains(mention.nameSpan())
                                && (mention.target() instanceof Target.OfPage target
                                        && (target.name().equals(name)
                                                || spot.page()
                                                        .config()
                                                        .journals()
                                                        .parse(page)
                                                        .isPresent())));
        return isNamed ? Trial.within(spot, block.index(), change) : Trial.harms();
    }

    /** Whole lines of a block, where nothing else hangs on its first one. */
    private static Stream<Refactoring> ofLines(Spot spot, BlockAt block, Span selected) {
        Outline outline = spot.outline();
        Text text = outline.text();
        Span title = outline.title(block.index());
        int first = text.lineOf(selected.start());
        int last = text.lineOf(selected.end());
        int start = first == text.lineOf(title.start())
                ? title.start()
                : text.trimmed(text.line(first)).start();
        Span lines = new Span(start, text.trimmed(text.line(last)).end());
        boolean isWhole = lines.equals(selected);
        boolean isBare = selected.start() > Head.end(block)
                || Head.end(block) <= title.end()
                        && selected.start() == title.start()
                        && block.block().taskMarks().marker().isEmpty();
        boolean holdsConstruct = block.block().constructs().stream()
                .map(construct -> outline.inPage(block.index(), construct.span()))
                .anyMatch(span -> span.start() < lines.end() && lines.start() < span.end());
        if (!isWhole || !isBare || holdsConstruct) {
            return Stream.of();
        }
        return Stream.of(
                new Refactoring(
                        "wrapInQuote",
                        Refactoring.Kind.REWRITE,
                        "Make it a quote",
                        () -> Trial.within(
                                spot,
                                block.index(),
                                spot.isOrg()
                                        ? around(spot, block, lines, "#+BEGIN_QUOTE", "#+END_QUOTE")
                                        : quoted(spot, lines))),
                new Refactoring(
                        "wrapInCodeBlock",
                        Refactoring.Kind.REWRITE,
                        "Make it a code block",
                        () -> Trial.within(
                                spot,
                                block.index(),
                                spot.isOrg()
                                        ? around(spot, block, lines, "#+BEGIN_SRC", "#+END_SRC")
                                        : around(spot, block, lines, "```", "```"))));
    }

    private static Change quoted(Spot spot, Span lines) {
        Text text = spot.outline().text();
        List<Edit> edits = new ArrayList<>();
        for (int line = text.lineOf(lines.start()); line <= text.lineOf(lines.end()); line++) {
            int at = line == text.lineOf(lines.start())
                    ? lines.start()
                    : text.trimmed(text.line(line)).start();
            edits.add(new Edit(new Span(at, at), "> "));
        }
        return Change.of(spot.page(), edits);
    }

    private static Change around(Spot spot, BlockAt block, Span lines, String opener, String closer) {
        String lineEnd = LineEnds.of(spot.outline().text()) + Indent.of(block);
        return Change.of(
                spot.page(),
                new Edit(new Span(lines.start(), lines.start()), opener + lineEnd),
                new Edit(new Span(lines.end(), lines.end()), lineEnd + closer));
    }

    private static boolean isInVerbatim(BlockAt block, Span selected) {
        return block.block().constructs().stream()
                .filter(construct -> VERBATIM.contains(construct.kind()) || construct.isVerbatimBegin())
                .map(construct -> block.outline().inPage(block.index(), construct.span()))
                .anyMatch(span -> span.start() < selected.end() && selected.start() < span.end());
    }

    /** Whether markup is cut in two, or holds the selection. */
    private static boolean isCut(BlockAt block, Span selected) {
        return block.outline().inlines(block.index()).stream()
                .map(Inline::span)
                .anyMatch(span ->
                        span.start() < selected.end() && selected.start() < span.end() && !selected.contains(span));
    }

    private static Optional<Refactoring> unwrapped(Spot spot, BlockAt block, Span selected) {
        return block.outline().inlines(block.index()).stream()
                .filter(inline ->
                        inline.span().touches(selected.start()) && inline.span().touches(selected.end()))
                .flatMap(inline -> inside(spot, inline).stream())
                .findFirst()
                .map(edit -> new Refactoring(
                        "unwrap",
                        Refactoring.Kind.REWRITE,
                        "Make it mere text",
                        () -> Trial.within(spot, block.index(), Change.of(spot.page(), edit))));
    }

    private static Optional<Edit> inside(Spot spot, Inline inline) {
        Text text = spot.outline().text();
        if (inline instanceof PageRef ref && ref.form() == PageRef.Form.PLAIN) {
            return Optional.of(new Edit(ref.span(), text.slice(ref.nameSpan())));
        }
        if (inline instanceof Tag tag && text.charAt(tag.span().start()) == '#') {
            return Optional.of(new Edit(tag.span(), tag.name()));
        }
        String written = text.slice(inline.span());
        boolean isCode = inline instanceof Verbatim verbatim
                && verbatim.kind() == Verbatim.Kind.CODE
                && written.length() > 2
                && written.charAt(1) != written.charAt(0);
        return isCode
                ? Optional.of(new Edit(inline.span(), written.substring(1, written.length() - 1)))
                : Optional.empty();
    }
}
