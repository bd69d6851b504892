package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The steps that the blocks of a selection can be moved by, for those who look through refactorings: each is a command. */
final class MoveActions {

    /** The kind of these actions. */
    static final String KIND = CodeActionKind.RefactorMove;

    private MoveActions() {}

    /**
     * The actions for a part of a page.
     *
     * @param uri its address as the editor spells it
     */
    static ImmutableList<CodeAction> in(Snapshot snapshot, Page page, String uri, Span part, ClientAbilities client) {
        if (!client.edits().applied()) {
            return ImmutableList.of();
        }
        BlockEdits edits = new BlockEdits(snapshot, page, part, client);
        ImmutableList.Builder<CodeAction> actions = ImmutableList.builder();
        for (BlockEdits.Step step : BlockEdits.Step.values()) {
            if (edits.moved(step).edits().edit().isPresent()) {
                actions.add(action(step, argument(uri, page.outline().text(), part, step, client)));
            }
        }
        return actions.build();
    }

    private static CodeAction action(BlockEdits.Step step, JsonObject argument) {
        CodeAction action = new CodeAction(step.title());
        action.setKind(KIND);
        action.setCommand(new Command(step.title(), "logseq-ls.moveBlocks", List.of(argument)));
        return action;
    }

    private static JsonObject argument(String uri, Text text, Span part, BlockEdits.Step step, ClientAbilities client) {
        JsonObject document = new JsonObject();
        document.addProperty("uri", uri);
        Range range = Ranges.of(text, part, client.encoding());
        JsonObject places = new JsonObject();
        places.add("start", position(range.getStart()));
        places.add("end", position(range.getEnd()));
        JsonObject argument = new JsonObject();
        argument.add("textDocument", document);
        argument.add("range", places);
        argument.add("to", new JsonPrimitive(step.name().toLowerCase(Locale.ROOT)));
        return argument;
    }

    private static JsonObject position(Position at) {
        JsonObject position = new JsonObject();
        position.addProperty("line", at.getLine());
        position.addProperty("character", at.getCharacter());
        return position;
    }
}
