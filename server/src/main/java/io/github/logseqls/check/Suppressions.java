package io.github.logseqls.check;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an author does not want to hear of: the findings in a block that a comment in it names, in the whole page where the
 * comment stands in front of the first bullet, and those about an id that the settings name.
 */
final class Suppressions {

    /** {@code <!-- logseq-ls: ignore broken-block-ref, unused-id -->}. */
    private static final Pattern IN_MARKDOWN = Pattern.compile("<!--\\s*logseq-ls:\\s*ignore\\s([^<>]*)-->");

    /** {@code # logseq-ls: ignore broken-block-ref}, on a line of its own. */
    private static final Pattern IN_ORG =
            Pattern.compile("^[ \\t]*#[ \\t]+logseq-ls:[ \\t]*ignore[ \\t]([^\r\n]*)", Pattern.MULTILINE);

    private static final Splitter CODES = Splitter.on(',').trimResults().omitEmptyStrings();

    /** What is longer is no reference and no line of an id. */
    private static final int LONGEST_WITH_ID = 1000;

    private final Outline outline;
    private final CheckSettings settings;
    private final Map<Integer, ImmutableSet<String>> ignored = new HashMap<>();

    Suppressions(Page page, CheckSettings settings) {
        this.outline = page.outline();
        this.settings = settings;
    }

    ImmutableList<Finding> without(ImmutableList<Finding> findings) {
        return findings.stream().filter(finding -> !isSuppressed(finding)).collect(ImmutableList.toImmutableList());
    }

    private boolean isSuppressed(Finding finding) {
        String code = finding.code().toString();
        OptionalInt block = outline.blockAt(finding.span().start());
        boolean isInPlace = block.isPresent() && ignoredIn(block.getAsInt()).contains(code);
        return isInPlace || ignoredInPage().contains(code) || isOfIgnoredId(finding.span());
    }

    private ImmutableSet<String> ignoredInPage() {
        boolean hasPreamble = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
        return hasPreamble ? ignoredIn(0) : ImmutableSet.of();
    }

    private ImmutableSet<String> ignoredIn(int block) {
        return ignored.computeIfAbsent(block, this::readComments);
    }

    private ImmutableSet<String> readComments(int block) {
        String text = outline.text().slice(outline.span(block));
        ImmutableSet.Builder<String> codes = ImmutableSet.builder();
        if (text.contains("logseq-ls:")) {
            Matcher comment = (outline.syntax() == Syntax.ORG ? IN_ORG : IN_MARKDOWN).matcher(text);
            while (comment.find()) {
                codes.addAll(CODES.split(comment.group(1)));
            }
        }
        return codes.build();
    }

    private boolean isOfIgnoredId(Span span) {
        if (settings.ignoredIds().isEmpty() || span.length() > LONGEST_WITH_ID) {
            return false;
        }
        String text = outline.text().slice(span);
        for (int at = 0; at + BlockId.LENGTH <= text.length(); at++) {
            if (BlockId.parse(text.substring(at, at + BlockId.LENGTH))
                    .filter(settings.ignoredIds()::contains)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
