package io.github.logseqls.check;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.EmbedCircle;
import io.github.logseqls.graph.EmbedCircle.Shown;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import java.util.List;
import java.util.Optional;

/** Embeds that show themselves, straight or by way of others. */
final class EmbedChecks {

    /** How many embeds of a page are followed: each may lead through some other pages. */
    private static final int MOST_FOLLOWED = 20;

    private static final int LONGEST_NAME = 60;

    private final Examined page;
    private int left = MOST_FOLLOWED;

    EmbedChecks(Examined page) {
        this.page = page;
    }

    /** Most embeds show what embeds nothing itself. */
    static boolean suspects(Graph graph, Symbol symbol) {
        if (symbol instanceof Symbol.BlockEmbed embed) {
            return EmbedCircle.mayEmbed(graph, new Target.OfBlock(embed.block()));
        }
        return symbol instanceof Symbol.PageEmbed ofPage
                && EmbedCircle.mayEmbed(graph, Target.OfPage.of(ofPage.page()));
    }

    void look(int block, List<Mention> mentions) {
        for (Mention mention : mentions) {
            if (mention.form() == Mention.Form.EMBED
                    && left > 0
                    && EmbedCircle.mayEmbed(page.graph(), mention.target())) {
                left--;
                look(new BlockAt(page.page(), block), mention);
            }
        }
    }

    private void look(BlockAt block, Mention embed) {
        Optional<Shown> shown = EmbedCircle.shown(page.snapshot(), embed);
        if (shown.isEmpty()) {
            return;
        }
        if (shown.get().holds(block)) {
            page.report(Code.SELF_EMBED, embed.span(), self(embed));
        } else if (EmbedCircle.leadsTo(page.snapshot(), shown.get(), block)) {
            page.report(
                    Code.EMBED_CYCLE,
                    embed.span(),
                    "What is embedded here embeds this block in turn. %s Take one of the embeds out of the circle."
                            .formatted(consequence(embed)));
        }
    }

    private String self(Mention embed) {
        return embed.target() instanceof Target.OfPage of
                ? "This embeds the page \"%s\" in itself: Logseq shows just its name here. Refer to it by [[ ]], or remove the embed."
                        .formatted(Places.shorten(of.title(), LONGEST_NAME))
                : "This embeds a block in itself. %s Refer to it without embed, or remove the embed."
                        .formatted(consequence(embed));
    }

    private static String consequence(Mention embed) {
        return embed.target() instanceof Target.OfPage
                ? "Logseq cuts off what would go on without end."
                : "Logseq shows it some times inside itself, and then \"Embed depth is too deep\".";
    }
}
