package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/**
 * What is wrong with the ids and references of a page, said as Logseq would treat it. In code nothing is looked for, and
 * while a graph is still being read nothing is said.
 */
public final class Diagnostics {

    /** Says who found it. */
    public static final String SOURCE = "logseq";

    private static final int SHORTEST_SLIP = 30;
    private static final int LONGEST_SLIP = 40;
    private static final int MOST_RELATED = 10;

    private static final Comparator<Diagnostic> IN_TEXT = Comparator.comparingInt(
                    (Diagnostic diagnostic) -> diagnostic.getRange().getStart().getLine())
            .thenComparingInt(diagnostic -> diagnostic.getRange().getStart().getCharacter());

    private final Snapshot snapshot;
    private final Page page;
    private final Encoding encoding;
    private final List<Diagnostic> found = new ArrayList<>();

    private Diagnostics(Snapshot snapshot, Page page, Encoding encoding) {
        this.snapshot = snapshot;
        this.page = page;
        this.encoding = encoding;
    }

    /** Whether there may be findings in a page, which is told without reading it: in most there are none. */
    public static boolean mayFind(Graph graph, Facts facts) {
        for (Symbol symbol : facts.symbols().distinct()) {
            boolean suspect = symbol instanceof Symbol.Flaw
                    || symbol instanceof Symbol.BlockUse use && !graph.links().isDefined(use.block())
                    || symbol instanceof Symbol.Definition
                            && (facts.symbols().count(symbol) > 1
                                    || graph.links().files(symbol).size() > 1);
            if (suspect) {
                return true;
            }
        }
        return false;
    }

    /** All findings in a page, in the order of the text. */
    public static ImmutableList<Diagnostic> of(Snapshot snapshot, Page page, Encoding encoding) {
        Graph graph = snapshot.graph();
        boolean mayFind =
                graph.facts(page.path()).filter(facts -> mayFind(graph, facts)).isPresent();
        return mayFind && graph.extent() != Graph.Extent.LOADING
                ? lookedFor(snapshot, page, encoding)
                : ImmutableList.of();
    }

    /** As {@link #of}, whatever is known of the page. */
    static ImmutableList<Diagnostic> lookedFor(Snapshot snapshot, Page page, Encoding encoding) {
        Diagnostics diagnostics = new Diagnostics(snapshot, page, encoding);
        Outline outline = page.outline();
        for (int index = 0; index < outline.size(); index++) {
            diagnostics.checkId(index);
            outline.blockRefs(index).forEach(diagnostics::checkForm);
            Mentions.of(page, index).forEach(diagnostics::checkRef);
        }
        return diagnostics.found.stream().sorted(IN_TEXT).collect(ImmutableList.toImmutableList());
    }

    private void checkForm(BlockRef ref) {
        if (ref.id().isEmpty() && isSlip(ref.target())) {
            report(
                    withParentheses(ref.targetSpan()),
                    "malformed-block-ref",
                    "Logseq does not see a block reference here: " + whatIsWrong(ref.target())
                            + " Copy the id again from the block's id:: line.");
        }
    }

    private void checkRef(Mention mention) {
        boolean isRef = mention.form() == Mention.Form.BLOCK_REF || mention.form() == Mention.Form.EMBED;
        if (isRef
                && mention.target() instanceof Target.OfBlock of
                && snapshot.graph().isComplete()
                && !snapshot.graph().links().isDefined(of.id())) {
            report(
                    withParentheses(mention.nameSpan()),
                    "broken-block-ref",
                    "No block in this graph has the id %s, so Logseq shows just the id here. Give the block its id:: line back, or remove the reference."
                            .formatted(of.id()));
        }
    }

    private static Span withParentheses(Span target) {
        return new Span(target.start() - 2, target.end() + 2);
    }

    /** Whether a text that is no id was clearly meant as one, and is not just prose in double parentheses. */
    private static boolean isSlip(String target) {
        return target.length() >= SHORTEST_SLIP
                && target.length() <= LONGEST_SLIP
                && target.chars().allMatch(c -> mayStandInSlip((char) c));
    }

    private static boolean mayStandInSlip(char c) {
        return BlockId.isHexDigit(c) || c == '-' || c == '{' || c == '}' || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Says in one sentence why a text is no UUID. */
    private static String whatIsWrong(String text) {
        String visible = text.chars()
                .filter(c -> !isInvisible((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!visible.equals(text) && BlockId.parse(visible).isPresent()) {
            return "there are blanks or invisible characters around or inside the id.";
        }
        String shown = Places.shorten(text, LONGEST_SLIP);
        long digits = text.chars().filter(c -> BlockId.isHexDigit((char) c)).count();
        boolean plain = text.chars().allMatch(c -> BlockId.isHexDigit((char) c) || c == '-');
        if (!plain) {
            return "\"%s\" holds characters that no UUID has.".formatted(shown);
        }
        if (digits != 32) {
            return "\"%s\" has %d hex digits, a UUID has 32.".formatted(shown, digits);
        }
        return "the dashes of \"%s\" are not where a UUID has them.".formatted(shown);
    }

    private void checkId(int index) {
        Optional<Property> property = page.outline().block(index).property("id");
        if (property.isEmpty()) {
            return;
        }
        Span key = page.outline().inPage(index, property.get().keySpan());
        Span value = page.outline().inPage(index, property.get().valueSpan());
        Optional<BlockId> id = BlockId.parse(property.get().value());
        if (id.isPresent()) {
            checkUnique(index, id.get(), value);
        } else if (value.isEmpty()) {
            report(key, "malformed-id", "This id:: has no value, so Logseq gives the block a new id at each start.");
        } else {
            report(
                    value,
                    "malformed-id",
                    "Logseq ignores this id and gives the block a new one at each start: "
                            + whatIsWrong(property.get().value()));
        }
    }

    private void checkUnique(int index, BlockId id, Span value) {
        int claims = snapshot.graph().count(new Symbol.Definition(id));
        if (claims < 2) {
            return;
        }
        // A few of them are enough: each has to be read from its page.
        List<BlockAt> owners = snapshot.blocks(id, MOST_RELATED + 1);
        if (owners.size() < 2) {
            return;
        }
        BlockAt keeper = owners.get(0);
        boolean keeps = isHere(keeper, index);
        String message = keeps
                ? "This id is claimed %s. Logseq keeps it for this block; at its next re-index it gives the other a new id and deletes its id:: line."
                        .formatted(
                                claims == 2 ? "by another block too" : "by %d other blocks too".formatted(claims - 1))
                : "This id belongs to another block, \"%s\" in %s, which Logseq reads first. At its next re-index it gives this block a new id and deletes this id:: line, and references lead to the other block. Give this block an id of its own, or remove the line."
                        .formatted(
                                Places.shortName(keeper, snapshot::block),
                                keeper.page().path());
        Diagnostic diagnostic = report(value, "duplicate-id", message);
        diagnostic.setRelatedInformation(owners.stream()
                .filter(owner -> !isHere(owner, index))
                .limit(MOST_RELATED)
                .map(owner -> related(owner, owner.equals(keeper)))
                .toList());
    }

    private boolean isHere(BlockAt block, int index) {
        return block.index() == index && block.page().path().equals(page.path());
    }

    private DiagnosticRelatedInformation related(BlockAt block, boolean keeps) {
        Outline outline = block.outline();
        Location location = new Location(
                snapshot.pages().uri(block.page().path()),
                Ranges.of(outline.text(), outline.title(block.index()), encoding));
        String says = keeps ? "keeps the id: " : "claims it too: ";
        return new DiagnosticRelatedInformation(location, says + Places.shortName(block, snapshot::block));
    }

    private Diagnostic report(Span span, String code, String message) {
        Diagnostic diagnostic = new Diagnostic(
                Ranges.of(page.outline().text(), span, encoding), message, DiagnosticSeverity.Warning, SOURCE, code);
        found.add(diagnostic);
        return diagnostic;
    }
}
