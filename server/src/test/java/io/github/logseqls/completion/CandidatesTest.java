package io.github.logseqls.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is chosen means what it says, and nothing else changes: at random. */
class CandidatesTest {

    private static final int ROUNDS = 400;

    private static final List<String> TYPED = List.of(
            " ((te",
            "((te",
            " ((more te",
            "[label](((te",
            "{{embed ((te",
            " [[te",
            "[[te",
            " #te",
            "#[[te",
            "\ntags:: a, te",
            "- x\ntags:: te");

    @ParameterizedTest
    @EnumSource
    void whatIsChosenIsWhatIsMeant(Syntax syntax) {
        Typing.Source source = new Typing.Source(syntax, random -> page(random, syntax), TYPED, List.of(""));
        Multiset<Class<?>> taken =
                Typing.assertHolds(ROUNDS, source, CandidatesTest::named, CandidatesTest::assertMeant);
        assertThat(taken.count(Typed.Block.class)).isGreaterThan(ROUNDS / 100);
        assertThat(taken.count(Typed.Page.class)).isGreaterThan(ROUNDS / 100);
        assertThat(taken.count(Typed.Tag.class)).isGreaterThan(ROUNDS / 100);
    }

    private static Optional<Typed> named(Typing typing) {
        // In questions names are offered that are no references.
        return typing.typed()
                .filter(CandidatesTest::isNamed)
                .filter(typed -> !isInMacro(typing.page(), typing.caret()));
    }

    private static boolean isInMacro(Page page, int caret) {
        Text text = page.outline().text();
        return text.slice(new Span(text.line(text.lineOf(caret)).start(), caret))
                .replace("{{embed ((te", "")
                .contains("{{");
    }

    private static boolean isNamed(Typed typed) {
        return typed instanceof Typed.Block
                || typed instanceof Typed.Page
                || typed instanceof Typed.Tag
                || typed instanceof Typed.Value value && value.key().equals("tags");
    }

    private static void assertMeant(Typing typing, Typed typed, Candidate candidate, String as) {
        Snapshot before = typing.snapshot();
        Page page = typing.page();
        Span whole = typed.token().whole();
        Change chosen = Change.of(page, new Edit(whole, candidate.text()));
        Change change = candidate.newId().map(id -> chosen.and(id.change())).orElse(chosen);
        Snapshot after = change.madeIn(before);
        int start = change.pages().get(0).moved(whole.start());
        Span written = new Span(start, start + candidate.text().length());
        Page now = after.page(Typing.A).orElseThrow();
        Target target = target(candidate);
        assertThat(Mentions.of(now))
                .as(as)
                .anyMatch(mention -> written.contains(mention.nameSpan()) && isSame(mention.target(), target));
        if (candidate.about() instanceof Candidate.About.OfBlock about) {
            BlockAt block = about.block();
            BlockAt led = after.block(((Target.OfBlock) target).id()).orElseThrow();
            assertThat(led.page().path()).as(as).isEqualTo(block.page().path());
            assertThat(led.index()).as(as).isEqualTo(block.index());
            assertThat(led.title()).as(as).matches(title -> title.equals(block.title()) || title.startsWith("id:: "));
            assertOthersStay(
                    as,
                    before,
                    after,
                    block,
                    page.outline().blockAt(whole.start()).orElseThrow());
        }
    }

    /** The blocks that are neither written in nor referred to are the same, byte for byte. */
    private static void assertOthersStay(String as, Snapshot before, Snapshot after, BlockAt block, int own) {
        for (PagePath path : List.of(Typing.A, Typing.B)) {
            Outline old = before.page(path).orElseThrow().outline();
            Outline now = after.page(path).orElseThrow().outline();
            assertThat(now.size()).as(as).isEqualTo(old.size());
            for (int index = 0; index < old.size(); index++) {
                boolean isTouched = path.equals(Typing.A) && index == own
                        || path.equals(block.page().path()) && index == block.index();
                if (!isTouched) {
                    assertThat(now.text().slice(now.span(index)))
                            .as(as)
                            .isEqualTo(old.text().slice(old.span(index)));
                    assertThat(now.block(index).id())
                            .as(as)
                            .isEqualTo(old.block(index).id());
                }
                assertThat(now.level(index)).as(as).isEqualTo(old.level(index));
            }
        }
    }

    private static Target target(Candidate candidate) {
        if (candidate.about() instanceof Candidate.About.OfTarget about) {
            return about.target();
        }
        String text = candidate.text();
        int id = text.lastIndexOf('(') + 1;
        return new Target.OfBlock(
                BlockId.parse(text.substring(id, id + BlockId.LENGTH)).orElseThrow());
    }

    private static boolean isSame(Target one, Target other) {
        return one instanceof Target.OfPage page && other instanceof Target.OfPage named
                ? page.name().equals(named.name())
                : one.equals(other);
    }

    private static String page(Random random, Syntax syntax) {
        StringBuilder page = new StringBuilder();
        for (int part = random.nextInt(3); part >= 0; part--) {
            page.append(RandomPages.next(random));
            page.append(
                    syntax == Syntax.MARKDOWN
                            ? "\n- text\n\t- more text\n\t  kind:: x\n\t- text\n- ```\n  text\n  ```\n"
                            : "\n* text\n** more text\n:PROPERTIES:\n:kind: x\n:END:\n** text\n");
        }
        return page.toString();
    }
}
