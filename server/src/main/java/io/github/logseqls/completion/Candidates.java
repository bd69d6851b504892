package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;

/** What may take the place of what is being typed, the likeliest first. */
public final class Candidates {

    private Candidates() {}

    public static ImmutableList<Candidate> of(Writing writing, Typed typed) {
        if (typed instanceof Typed.Block block) {
            return BlockCandidates.of(writing, block);
        }
        if (typed instanceof Typed.Page page) {
            Written.Form form = page.isLabelled() ? Written.Form.BEFORE_LABEL : Written.Form.LINK;
            Written written = new Written(writing.page(), form, page.token());
            return PropertyMark.isInAlias(writing)
                    ? PageCandidates.withoutPage(writing, written, page.query())
                    : PageCandidates.of(writing, written, page.query());
        }
        if (typed instanceof Typed.Tag tag) {
            return PageCandidates.of(writing, new Written(writing.page(), Written.Form.TAG, tag.token()), tag.query());
        }
        if (typed instanceof Typed.Key key) {
            return ImmutableList.<Candidate>builder()
                    .addAll(
                            PlanMark.isWord(writing, key.token())
                                    ? PlanWords.of(writing, key.query())
                                    : ImmutableList.of())
                    .addAll(KeyCandidates.of(writing, key))
                    .build();
        }
        if (typed instanceof Typed.Value value) {
            return ValueCandidates.of(writing, value);
        }
        if (typed instanceof Typed.FirstWord word) {
            return FirstWordCandidates.of(writing, word);
        }
        if (typed instanceof Typed.Planned planned) {
            return PlannedCandidates.of(writing, planned);
        }
        if (typed instanceof Typed.PlanWord word) {
            return PlanWords.of(writing, word.query());
        }
        if (typed instanceof Typed.Renderer renderer) {
            return RendererCandidates.of(writing, renderer);
        }
        if (typed instanceof Typed.Command command) {
            return CommandCandidates.of(writing, command);
        }
        if (typed instanceof Typed.Language language) {
            return LanguageCandidates.of(writing, language);
        }
        if (typed instanceof Typed.Address address) {
            return AddressCandidates.of(writing, address);
        }
        return MarkCandidates.of(writing, typed);
    }

    /** Whether the names and texts of the graph are looked through for it. */
    public static boolean areSearched(Typed typed) {
        return typed instanceof Typed.Block
                || typed instanceof Typed.Page
                || typed instanceof Typed.Tag
                || typed instanceof Typed.Key
                || typed instanceof Typed.Value
                || typed instanceof Typed.FirstWord
                || typed instanceof Typed.Renderer
                || typed instanceof Typed.Command
                || typed instanceof Typed.Address;
    }
}
