package io.github.logseqls.fuzz;

import com.google.common.collect.ImmutableListMultimap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was read in a document: of each aspect, a line a fact. */
record Reading(ImmutableListMultimap<Aspect, String> facts) {

    /** What can be read differently, from the coarsest: a difference in one of them makes others below it. */
    enum Aspect {
        /** Where blocks start, and on which level. */
        BLOCKS,
        TASKS,
        /** Keys and values of the group that counts. */
        PROPERTIES,
        IDS,
        BLOCK_REFS,
        PAGES,
        TAGS
    }

    /** The coarsest aspect of those asked for in which two readings differ. */
    Optional<Aspect> difference(Reading other, Set<Aspect> asked) {
        for (Aspect aspect : Aspect.values()) {
            if (!facts.get(aspect).equals(other.facts.get(aspect))) {
                return asked.contains(aspect) ? Optional.of(aspect) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    static Reading ours(Document document) {
        Outline outline = Outline.parse(Text.of(document.text()), document.syntax());
        ImmutableListMultimap.Builder<Aspect, String> facts = ImmutableListMultimap.builder();
        for (int index = 0; index < outline.size(); index++) {
            Block block = outline.block(index);
            int level = block.kind() == Block.Kind.HEADING ? 1 : block.width();
            facts.put(Aspect.BLOCKS, outline.start(index) + " " + block.kind() + " " + level);
            put(
                    facts,
                    Aspect.TASKS,
                    index,
                    block.taskMarks().marker() + block.taskMarks().priority());
            for (Property property : block.properties()) {
                put(facts, Aspect.PROPERTIES, index, property.key() + "=" + property.value());
            }
            put(facts, Aspect.IDS, index, block.id().map(BlockId::toString).orElse(""));
            putReferences(facts, index, outline);
        }
        return new Reading(facts.build());
    }

    private static void putReferences(ImmutableListMultimap.Builder<Aspect, String> facts, int index, Outline outline) {
        Set<String> blockRefs = new TreeSet<>();
        Set<String> pages = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        for (Inline inline : outline.inlines(index)) {
            if (inline instanceof BlockRef ref) {
                ref.id().ifPresent(id -> blockRefs.add(id.toString()));
            } else if (inline instanceof PageRef ref) {
                pages.add(ref.name());
            } else if (inline instanceof Tag tag) {
                tags.add(tag.text());
            }
        }
        blockRefs.forEach(ref -> put(facts, Aspect.BLOCK_REFS, index, ref));
        pages.forEach(page -> put(facts, Aspect.PAGES, index, page));
        tags.forEach(tag -> put(facts, Aspect.TAGS, index, tag));
    }

    /** The answer of {@code mldoc.mjs}. */
    static Reading logseqs(JsonObject answer) {
        ImmutableListMultimap.Builder<Aspect, String> facts = ImmutableListMultimap.builder();
        JsonArray blocks = answer.getAsJsonArray("blocks");
        for (int index = 0; index < blocks.size(); index++) {
            int at = index;
            JsonObject block = blocks.get(index).getAsJsonObject();
            facts.put(
                    Aspect.BLOCKS, string(block, "start") + " " + string(block, "kind") + " " + string(block, "level"));
            put(facts, Aspect.TASKS, index, string(block, "task"));
            for (JsonElement property : block.getAsJsonArray("properties")) {
                put(facts, Aspect.PROPERTIES, index, property.getAsString());
            }
            put(facts, Aspect.IDS, index, string(block, "id"));
            sorted(block, "blockRefs").forEach(ref -> put(facts, Aspect.BLOCK_REFS, at, ref));
            sorted(block, "pages").forEach(page -> put(facts, Aspect.PAGES, at, page));
            sorted(block, "tags").forEach(tag -> put(facts, Aspect.TAGS, at, tag));
        }
        return new Reading(facts.build());
    }

    private static void put(
            ImmutableListMultimap.Builder<Aspect, String> facts, Aspect aspect, int block, String fact) {
        if (!fact.isEmpty()) {
            facts.put(aspect, String.format(Locale.ROOT, "%d: %s", block, fact));
        }
    }

    private static Set<String> sorted(JsonObject block, String name) {
        Set<String> sorted = new TreeSet<>();
        block.getAsJsonArray(name).forEach(element -> sorted.add(element.getAsString()));
        return sorted;
    }

    private static String string(JsonObject block, String name) {
        return block.get(name).getAsString();
    }
}
