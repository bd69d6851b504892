package io.github.logseqls.feature.editing;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outlining.Moves;
import io.github.logseqls.outlining.Outcome;
import io.github.logseqls.outlining.Place;
import io.github.logseqls.outlining.Subtrees;
import io.github.logseqls.outlining.Transfers;
import io.github.logseqls.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;

/** Blocks moved, copied and deleted with all that belongs to them, by commands. */
public final class BlockEdits {

    private static final int LONGEST_TITLE = 40;

    private static final String CHANGED_ON_DISK =
            "A file that this changes was just changed on disk, and is being read. Try again then.";

    /** Which way blocks are moved by one step. */
    public enum Step {
        UP("Move block up"),
        DOWN("Move block down"),
        IN("Indent block"),
        OUT("Outdent block");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** The step of a name as commands give it; empty for a word that is none. */
        public static Optional<Step> named(String name) {
            return Stream.of(values())
                    .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }

        Optional<Outcome> of(Subtrees blocks) {
            return switch (this) {
                case UP -> Moves.up(blocks);
                case DOWN -> Moves.down(blocks);
                case IN -> Moves.in(blocks);
                case OUT -> Moves.out(blocks);
            };
        }
    }

    /** Where among others blocks go. */
    public enum End {
        START,
        END
    }

    /**
     * What an editor is to do.
     *
     * @param edits the edits, or why there are none; neither where nothing is to be done
     * @param selected where what was selected is then
     * @param dangling how many references will lead nowhere then
     */
    public record Made(ChangeEdits edits, Optional<Location> selected, int dangling) {

        private static final Made NOTHING = new Made(ChangeEdits.NONE, Optional.empty(), 0);
    }

    private final Snapshot snapshot;
    private final Page page;
    private final Span selection;
    private final ClientAbilities client;
    private final Optional<Subtrees> blocks;

    /**
     * For the blocks that a selection touches.
     *
     * @param selection in the page, in UTF-16 offsets; empty for a caret
     */
    public BlockEdits(Snapshot snapshot, Page page, Span selection, ClientAbilities client) {
        this.snapshot = snapshot;
        this.page = page;
        this.selection = selection;
        this.client = client;
        this.blocks = Subtrees.touched(page, selection);
    }

    /** Moves the blocks by one step. */
    public Made moved(Step step) {
        return blocks.flatMap(step::of)
                .map(outcome -> made(outcome, step.title))
                .orElse(Made.NOTHING);
    }

    /** Moves the blocks to a page or journal by its title, an alias or its date; it is made where it has no file yet. */
    public Made movedTo(String title, End end) {
        String label = "Move block to “" + Places.shorten(title, LONGEST_TITLE) + "”";
        Optional<Page> known = path(title).flatMap(snapshot::page);
        if (known.isPresent()) {
            Place place = end == End.START ? Place.startOf(known.get()) : Place.endOf(known.get());
            return blocks.map(moved -> made(Transfers.to(place, moved), label)).orElse(Made.NOTHING);
        }
        Optional<NewPage> fresh = NewPage.of(snapshot.graph(), title);
        if (fresh.isEmpty()) {
            return refused("There is no page “%s”, and none can be made with that name now.".formatted(title));
        }
        return blocks.map(moved -> made(Transfers.to(fresh.get(), moved), label))
                .orElse(Made.NOTHING);
    }

    /** Moves the blocks below the block at a place of a page. */
    public Made movedBelow(Page other, int offset, End end) {
        var parent = other.outline().blockAt(offset);
        if (parent.isEmpty() || other.outline().block(parent.getAsInt()).kind() == Block.Kind.PREAMBLE) {
            return refused("There is no block at that place to move blocks below.");
        }
        Place place = end == End.START
                ? Place.firstBelow(other, parent.getAsInt())
                : Place.lastBelow(other, parent.getAsInt());
        return blocks.map(moved -> made(Transfers.to(place, moved), "Move block"))
                .orElse(Made.NOTHING);
    }

    /** Where the page to which they are to go is none of this graph. */
    public static Made nowhere() {
        return refused("There is no page of this graph at that address to move blocks to.");
    }

    /** Copies the blocks to behind them, with new ids. */
    public Made copied(FreshIds ids) {
        return blocks.map(moved -> made(Transfers.copied(moved, ids), "Duplicate block"))
                .orElse(Made.NOTHING);
    }

    /** Deletes the blocks. */
    public Made deleted() {
        return blocks.map(gone -> made(Transfers.deleted(gone), "Delete block"))
                .map(made -> new Made(made.edits(), Optional.empty(), made.dangling()))
                .orElse(Made.NOTHING);
    }

    private Optional<PagePath> path(String title) {
        PageName name = PageName.of(snapshot.graph()
                .config()
                .journals()
                .parse(title)
                .map(day -> day.title())
                .orElse(title));
        return snapshot.graph().pages().sources(name).stream().findFirst();
    }

    private Made made(Outcome outcome, String title) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused(refused.why());
        }
        Outcome.Done done = (Outcome.Done) outcome;
        if (!done.change().isOfKnownPages(snapshot.graph())) {
            return refused(CHANGED_ON_DISK);
        }
        ChangeEdits edits = ChangeEdits.chosen(snapshot, page, done.change(), title, client);
        return new Made(edits, selected(done), dangling(done.change()));
    }

    private Optional<Location> selected(Outcome.Done done) {
        if (done.first() >= done.after().size()) {
            return Optional.empty();
        }
        return blocks.filter(moved ->
                        done.first() + moved.to() - moved.from() <= done.after().size())
                .map(moved -> new Location(
                        snapshot.pages().uri(done.path()),
                        Ranges.of(done.after().text(), done.selected(moved, selection), client.encoding())));
    }

    /** How many references to blocks that go have nowhere to lead to after a change. */
    private int dangling(Change change) {
        Subtrees gone = blocks.orElseThrow();
        Snapshot after = change.madeIn(snapshot);
        int dangling = 0;
        for (int index = gone.from(); index < gone.to(); index++) {
            dangling += page.outline()
                    .block(index)
                    .id()
                    .filter(id -> !after.graph().links().isDefined(id))
                    .map(id -> after.graph().count(new Symbol.BlockUse(id)))
                    .orElse(0);
        }
        return dangling;
    }

    private static Made refused(String why) {
        return new Made(ChangeEdits.refused(why), Optional.empty(), 0);
    }
}
