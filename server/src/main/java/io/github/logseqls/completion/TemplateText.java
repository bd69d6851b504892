package io.github.logseqls.completion;

import com.google.common.base.Splitter;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;

/** The blocks of a template as they are written at the block where somebody writes: instead of it, or behind it and all below it. */
final class TemplateText {

    private static final Splitter LINES = Splitter.on('\n');

    private final List<Draft> blocks;
    private final Syntax syntax;
    private final String lineEnd;
    private final String own;
    private final String step;

    private TemplateText(Writing writing, List<Draft> blocks) {
        Outline outline = writing.page().outline();
        Optional<BlockAt> block = writing.block();
        this.blocks = blocks;
        this.syntax = outline.syntax();
        this.lineEnd = LineEnds.of(outline.text());
        this.own = block.map(here -> Prefixes.of(outline, here.index())).orElse("");
        this.step = block.map(here -> Prefixes.step(writing.page(), here.index()))
                .orElseGet(() -> writing.page().config().bulletIndentation());
    }

    /** The text of which the first block stands where one writes. */
    static String here(Writing writing, List<Draft> blocks) {
        TemplateText written = new TemplateText(writing, blocks);
        return written.all().substring(written.bullet(blocks.get(0)).length());
    }

    /** The blocks behind the one where one writes and all below it; empty where Logseq would read them otherwise there. */
    static Optional<Edit> behind(Writing writing, List<Draft> blocks) {
        return writing.block().flatMap(block -> {
            Outline outline = block.outline();
            Text text = outline.text();
            int next = outline.start(outline.subtreeEnd(block.index()));
            int end = text.trimmed(new Span(outline.start(block.index()), next)).end();
            TemplateText written = new TemplateText(writing, blocks);
            Edit edit = new Edit(new Span(end, end), written.lineEnd + written.all());
            boolean isRead = outline.with(edit).size() == outline.size() + blocks.size();
            return isRead ? Optional.of(edit) : Optional.empty();
        });
    }

    private String all() {
        StringBuilder text = new StringBuilder();
        for (Draft block : blocks) {
            text.append(text.isEmpty() ? "" : lineEnd).append(bullet(block));
            text.append(String.join(lineEnd + Prefixes.body(syntax, prefix(block)), LINES.split(block.content())));
        }
        return text.toString();
    }

    private String bullet(Draft block) {
        return Prefixes.bullet(syntax, prefix(block));
    }

    private String prefix(Draft block) {
        return own + step.repeat(block.level() - 1);
    }
}
